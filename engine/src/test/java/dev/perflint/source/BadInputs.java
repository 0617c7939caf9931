package dev.perflint.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Inputs that have broken other tools: texts, names, and things in a folder that are no files. What
 * a system cannot make comes back empty, for the test to skip visibly.
 */
public final class BadInputs {
  /** A file that must come through unharmed, whatever lies beside it. */
  public static final String GOOD = "class Good {\n  int answer() {\n    return 42;\n  }\n}\n";

  private BadInputs() {}

  public static String brokenStatement() {
    return "class Broken {\n  void bad() {\n    int x = 1 + ;\n  }\n\n  void fine() {\n    run();\n  }\n}\n";
  }

  public static String manyBrokenStatements(int count) {
    StringBuilder text = new StringBuilder("class ManyBroken {\n");
    for (int i = 0; i < count; i++) {
      text.append("  void m").append(i).append("() {\n    x = ;\n  }\n");
    }
    return text.append("}\n").toString();
  }

  public static String unbalancedBrace() {
    return "class Unbalanced {\n  void f() {\n    if (x) {\n  }\n";
  }

  public static String mergeConflict() {
    return "class Conflict {\n<<<<<<< HEAD\n  int a;\n=======\n  int b;\n>>>>>>> topic\n}\n";
  }

  public static String nulInCode() {
    return "class Nul {\n  int a = 1 \0+ \0;\n}\n";
  }

  /** Bytes without any sense; the seed makes a failure repeatable. */
  public static byte[] randomBytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  public static String concatenation(int terms) {
    return "class Concat {\n  String s = " + "\"a\" + ".repeat(terms - 1) + "\"b\";\n}\n";
  }

  public static String nestedParentheses(int depth) {
    return "class Nested {\n  int x = " + "(".repeat(depth) + "1" + ")".repeat(depth) + ";\n}\n";
  }

  public static String callChain(int calls) {
    return "class Chain {\n  Object x = a" + ".b()".repeat(calls) + ";\n}\n";
  }

  public static String manyMethods(int count) {
    StringBuilder text = new StringBuilder("class Many {\n");
    for (int i = 0; i < count; i++) {
      text.append("  void m").append(i).append("() {\n    f(").append(i).append(");\n  }\n");
    }
    return text.append("}\n").toString();
  }

  public static String carriageReturnsOnly() {
    return "class Cr {\r  int a;\r\r  int b;\r}\r";
  }

  public static byte[] withBom() {
    return "\uFEFFclass Bom {\n  int ä;\n}\n".getBytes(UTF_8);
  }

  public static byte[] latin1() {
    return "class Latin {\n  int größe;\n}\n".getBytes(ISO_8859_1);
  }

  public static byte[] utf16LittleEndianWithBom() {
    return "\uFEFFclass Utf16 {\n  int ä;\n}\n".getBytes(UTF_16LE);
  }

  public static byte[] utf16BigEndianWithoutBom() {
    return "class Utf16 {\n  int a;\n}\n".getBytes(UTF_16BE);
  }

  /** Terminal escapes and markup, in a file that is fine Java. */
  public static String hostileContent() {
    return "class Hostile {\n"
        + "  String s = \"\u001b]0;owned\u0007\u001b[31m</script><script>alert(1)</script>\";\n"
        + "  // \u202Egnp.exe\n}\n";
  }

  /** All of the above by file name, each with a name of its own. */
  public static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("Broken.java", bytes(brokenStatement()));
    files.put("ManyBroken.java", bytes(manyBrokenStatements(20)));
    files.put("Unbalanced.java", bytes(unbalancedBrace()));
    files.put("Conflict.java", bytes(mergeConflict()));
    files.put("Nul.java", bytes(nulInCode()));
    files.put("Random.java", randomBytes(20261123, 5_000));
    files.put("Concat.java", bytes(concatenation(50_000)));
    files.put("Nested.java", bytes(nestedParentheses(20_000)));
    files.put("Chain.java", bytes(callChain(5_000)));
    files.put("Many.java", bytes(manyMethods(30_000)));
    files.put("Empty.java", new byte[0]);
    files.put("Bom.java", withBom());
    files.put("Cr.java", bytes(carriageReturnsOnly()));
    files.put("Latin.java", latin1());
    files.put("Utf16.java", utf16LittleEndianWithBom());
    files.put("Utf16NoBom.java", utf16BigEndianWithoutBom());
    files.put("Hostile.java", bytes(hostileContent()));
    return files;
  }

  /** Names that a file system takes and a report must survive. */
  public static List<String> hostileNames() {
    return List.of(
        "new\nline.java",
        "quo\"te.java",
        "apo'strophe.java",
        "100%25.java",
        "-rf.java",
        "--help.java",
        "spa ce.java",
        "back\\slash.java",
        "<script>.java",
        "\u001b[31mred.java",
        "größe.java");
  }

  /** Creates a file; empty where the system does not take the name. */
  public static Optional<Path> write(Path folder, String name, byte[] content) throws IOException {
    try {
      return Optional.of(Files.write(folder.resolve(name), content));
    } catch (InvalidPathException | FileSystemException e) {
      return Optional.empty();
    }
  }

  /** A file whose name holds the byte 0xFF, which no UTF-8 text does. */
  public static Optional<Path> nameWithInvalidUtf8(Path folder) throws IOException {
    try {
      Path file = Path.of(URI.create(folder.toUri() + "bad%FFname.java"));
      return Optional.of(Files.writeString(file, GOOD));
    } catch (IllegalArgumentException | FileSystemException e) {
      return Optional.empty();
    }
  }

  /** A pipe that nobody writes to: opening it would wait for ever. */
  public static Optional<Path> fifo(Path file) throws IOException, InterruptedException {
    return run("mkfifo", file.toString()) ? Optional.of(file) : Optional.empty();
  }

  public static Optional<Path> link(Path link, Path target) throws IOException {
    try {
      return Optional.of(Files.createSymbolicLink(link, target));
    } catch (UnsupportedOperationException | FileSystemException e) {
      return Optional.empty();
    }
  }

  /** A good file below that many folders. */
  public static Path nestedFolders(Path folder, int depth) throws IOException {
    Path deepest = Files.createDirectories(folder.resolve("d/".repeat(depth)));
    return Files.writeString(deepest.resolve("Deep.java"), GOOD);
  }

  /** Runs a program of the system; false where it is missing or refuses. */
  static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      process.getInputStream().readAllBytes();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
