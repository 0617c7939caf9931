package dev.perflint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A project of classes that call each other across files, with findings of several rules on the
 * way: controllers, services, implementations of interfaces, repositories. The seed makes it
 * repeatable.
 */
final class GeneratedProject {
  private static final List<String> BODIES =
      List.of(
          "HttpClient client = HttpClient.newHttpClient();\n    client.send(request, null);",
          "Pattern.compile(\"[a-z]+\").matcher(text).find();",
          "new ObjectMapper().writeValueAsString(this);",
          "for (String part : text.split(\"[;,]\")) {\n      part.matches(\"x+\");\n    }",
          "for (String id : ids) {\n      repository.findById(id);\n    }",
          "for (String id : ids) {\n      jdbc.queryForObject(\"select 1 where id = ?\", String.class, id);\n    }",
          "jdbc.queryForObject(\"select 1\", String.class);",
          "try {\n      Thread.sleep(10);\n    } catch (InterruptedException e) {\n      text.trim();\n    }",
          "repository.findAll();",
          "ids.add(text);");

  private final Random random;
  private final int classes;

  private GeneratedProject(long seed, int classes) {
    this.random = new Random(seed);
    this.classes = classes;
  }

  /** Writes the classes below modules {@code a} and {@code b}; some types are in both. */
  static void write(Path root, long seed, int classes) throws IOException {
    GeneratedProject project = new GeneratedProject(seed, classes);
    for (int i = 0; i < classes; i++) {
      String module = i % 3 == 0 ? "a" : "b";
      project.write(root.resolve(module), i);
      if (i % 29 == 0) {
        project.write(root.resolve(module.equals("a") ? "b" : "a"), i);
      }
    }
  }

  private void write(Path module, int number) throws IOException {
    Path folder = module.resolve("src/main/java/shop/p" + number % 7);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("C" + number + ".java"), text(number));
  }

  private String text(int number) {
    StringBuilder text = new StringBuilder("package shop.p" + number % 7 + ";\n\n");
    for (int p = 0; p < 7; p++) {
      text.append("import shop.p").append(p).append(".*;\n");
    }
    text.append(
        """
        import com.fasterxml.jackson.databind.ObjectMapper;
        import java.net.http.HttpClient;
        import java.net.http.HttpRequest;
        import java.util.List;
        import java.util.regex.Pattern;
        import org.springframework.data.repository.CrudRepository;
        import org.springframework.jdbc.core.JdbcTemplate;
        import org.springframework.scheduling.annotation.Scheduled;
        import org.springframework.web.bind.annotation.GetMapping;
        import org.springframework.web.bind.annotation.RestController;

        """);
    if (number % 11 == 5) {
      return text
          + "public interface C"
          + number
          + " extends "
          + other(5)
          + ", CrudRepository<String, String> {}\n";
    }
    if (number % 11 == 7) {
      return text
          + "public interface C"
          + number
          + " {\n  void m0(String text);\n\n  void m1(String text);\n}\n";
    }
    boolean controller = number % 5 == 0;
    text.append(controller ? "@RestController\n" : "").append("public class C").append(number);
    text.append(random.nextInt(3) == 0 ? " implements " + other(7) : "").append(" {\n");
    text.append("  private HttpRequest request;\n  private JdbcTemplate jdbc;\n");
    text.append("  private List<String> ids;\n  private ")
        .append(other(5))
        .append(" repository;\n");
    for (int field = 0; field < 3; field++) {
      text.append("  private C")
          .append(random.nextInt(classes))
          .append(" f")
          .append(field)
          .append(";\n");
    }
    for (int method = 0; method < 3; method++) {
      method(controller, method, text);
    }
    return text.append("}\n").toString();
  }

  private void method(boolean controller, int method, StringBuilder text) {
    if (controller && method == 0) {
      text.append("\n  @GetMapping(\"/m").append(random.nextInt(100)).append("\")");
    } else if (random.nextInt(9) == 0) {
      text.append("\n  @Scheduled(fixedRate = 1000)");
    }
    text.append("\n  public void m").append(method).append("(String text) throws Exception {\n");
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append("    ").append(BODIES.get(random.nextInt(BODIES.size()))).append('\n');
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      String call = "f" + random.nextInt(3) + ".m" + random.nextInt(3) + "(text);";
      text.append(
          random.nextBoolean()
              ? "    for (String id : ids) {\n      " + call + "\n    }\n"
              : "    " + call + "\n");
    }
    text.append("  }\n");
  }

  /** The name of a class whose number leaves that rest: a repository or an interface. */
  private String other(int rest) {
    return "C" + (random.nextInt(classes / 11) * 11 + rest);
  }
}
