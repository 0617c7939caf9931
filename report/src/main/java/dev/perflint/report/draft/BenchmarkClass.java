package dev.perflint.report.draft;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.perflint.model.Finding;
import dev.perflint.source.JavaParsing;
import dev.perflint.source.SourceFile;
import dev.perflint.source.SourceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A JMH class for the method around a finding. It lies in the method's package and takes its types
 * from the imports of its file, so that it compiles there; what the method is called on and with is
 * left to a person, and until then the set-up says so when it is run. A method that cannot be
 * called from outside of its class is left to be reached as well.
 *
 * @param name simple name of the class
 * @param path of its file, relative to the repository
 * @param text of its file
 */
public record BenchmarkClass(String name, String path, String text) {
  /** What each object has, and the benchmark's own. */
  private static final Set<String> OWN_METHODS =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "setUp",
          "toString",
          "wait");

  private static final Set<String> JMH =
      Set.of("Benchmark", "BenchmarkMode", "Mode", "OutputTimeUnit", "Scope", "Setup", "State");

  /**
   * Empty for a place outside of a method, or in a file that cannot be read any more.
   *
   * @param base what the finding's path is relative to
   */
  public static Optional<BenchmarkClass> of(Finding finding, Path base) {
    String path = finding.location().path();
    Optional<CompilationUnit> unit =
        SourceReader.read(new SourceFile(base.resolve(path), path, true))
            .text()
            .flatMap(text -> JavaParsing.parse(text).unit());
    return unit.flatMap(
        read -> around(read, finding).map(callable -> new Writer(read, callable).benchmark(path)));
  }

  private static Optional<CallableDeclaration<?>> around(CompilationUnit unit, Finding finding) {
    int line = finding.location().region().startLine();
    int column = finding.location().region().startColumn();
    Position at = new Position(line, column);
    List<CallableDeclaration<?>> found = new ArrayList<>();
    unit.walk(
        CallableDeclaration.class,
        callable -> {
          boolean holds =
              callable
                  .getRange()
                  .filter(r -> !r.begin.isAfter(at) && !r.end.isBefore(at))
                  .isPresent();
          if (holds) {
            found.add(callable);
          }
        });
    // Of a method within a method's anonymous class the outer one can be called.
    return found.stream()
        .filter(callable -> callable.getParentNode().orElseThrow() instanceof TypeDeclaration<?>)
        .min(Comparator.comparing(callable -> callable.getRange().orElseThrow().begin));
  }

  private static final class Writer {
    private final CompilationUnit unit;
    private final CallableDeclaration<?> callable;
    private final List<TypeDeclaration<?>> types = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    Writer(CompilationUnit unit, CallableDeclaration<?> callable) {
      this.unit = unit;
      this.callable = callable;
      for (Optional<Node> at = callable.getParentNode(); at.isPresent(); ) {
        if (at.get() instanceof TypeDeclaration<?> type) {
          types.add(0, type);
        }
        at = at.get().getParentNode();
      }
    }

    BenchmarkClass benchmark(String source) {
      String method = callable.getNameAsString();
      String owner = types.get(types.size() - 1).getNameAsString();
      String name =
          callable.isConstructorDeclaration()
              ? owner + "Benchmark"
              : owner + Character.toUpperCase(method.charAt(0)) + method.substring(1) + "Benchmark";
      String folder = source.contains("/") ? source.substring(0, source.lastIndexOf('/')) : "";
      String path = folder.replaceFirst("(^|/)src/main/java", "$1src/test/java");
      return new BenchmarkClass(
          name, (path.isEmpty() ? "" : path + "/") + name + ".java", text(name));
    }

    private String text(String name) {
      boolean callableHere = isCallable();
      String body = callableHere ? call() : unreachable();
      StringBuilder text = new StringBuilder();
      unit.getPackageDeclaration()
          .ifPresent(p -> text.append("package ").append(p.getNameAsString()).append(";\n\n"));
      imports(body).forEach(line -> text.append(line).append('\n'));
      text.append('\n')
          .append(annotation("State(" + qualified("Scope") + ".Benchmark)"))
          .append(annotation("BenchmarkMode(" + qualified("Mode") + ".AverageTime)"))
          .append(annotation("OutputTimeUnit(java.util.concurrent.TimeUnit.MICROSECONDS)"))
          .append("public class ")
          .append(name)
          .append(" {\n")
          .append(body)
          .append("}\n");
      return text.toString();
    }

    /** Whether a class of the same package can call it with types that it can name. */
    private boolean isCallable() {
      boolean visible =
          !callable.isPrivate()
              && types.stream().noneMatch(type -> type.isPrivate())
              && types.stream().skip(1).allMatch(Writer::isStaticMember)
              && types.stream().allMatch(type -> type.getParentNode().isPresent());
      boolean generic =
          callable.getTypeParameters().isNonEmpty()
              || types.stream()
                  .anyMatch(
                      type ->
                          type instanceof NodeWithTypeParameters<?> with
                              && with.getTypeParameters().isNonEmpty());
      boolean makesAbstract =
          callable.isConstructorDeclaration()
              && types.get(types.size() - 1) instanceof ClassOrInterfaceDeclaration declared
              && declared.isAbstract();
      boolean unnamed = types.size() > 1 && unit.getPackageDeclaration().isEmpty();
      return visible && !generic && !makesAbstract && !unnamed && !usesPrivateType();
    }

    private static boolean isStaticMember(TypeDeclaration<?> type) {
      return type.isStatic()
          || type.isEnumDeclaration()
          || type.isRecordDeclaration()
          || type.isAnnotationDeclaration()
          || (type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface());
    }

    private boolean usesPrivateType() {
      Set<String> hidden = new TreeSet<>();
      unit.walk(
          TypeDeclaration.class,
          type -> {
            if (type.isPrivate()) {
              hidden.add(type.getNameAsString());
            }
          });
      return signature().stream()
          .flatMap(type -> type.findAll(ClassOrInterfaceType.class).stream())
          .anyMatch(type -> hidden.contains(type.getNameAsString()));
    }

    private List<Type> signature() {
      List<Type> all = new ArrayList<>();
      callable.getParameters().forEach(parameter -> all.add(parameter.getType()));
      all.addAll(callable.getThrownExceptions());
      if (callable instanceof MethodDeclaration method) {
        all.add(method.getType());
      }
      return all;
    }

    private String call() {
      String owner =
          types.stream().map(TypeDeclaration::getNameAsString).collect(Collectors.joining("."));
      boolean isNew = callable instanceof ConstructorDeclaration;
      boolean onObject = !isNew && !callable.isStatic();
      List<String> fields = new ArrayList<>();
      List<String> arguments = new ArrayList<>();
      String subject = free("subject");
      if (onObject) {
        fields.add("  private " + owner + " " + subject + ";\n");
      }
      for (Parameter parameter : callable.getParameters()) {
        String type = text(parameter.getType()) + (parameter.isVarArgs() ? "[]" : "");
        fields.add("  private " + type + " " + parameter.getNameAsString() + ";\n");
        arguments.add(parameter.getNameAsString());
      }
      String result = isNew ? owner : text(((MethodDeclaration) callable).getType());
      String called =
          (isNew ? "new " + owner : (onObject ? subject : owner) + "." + callable.getNameAsString())
              + "("
              + String.join(", ", arguments)
              + ");\n";
      String thrown =
          callable.getThrownExceptions().isEmpty()
              ? ""
              : callable.getThrownExceptions().stream()
                  .map(this::text)
                  .collect(Collectors.joining(", ", " throws ", ""));
      String name = measuring();
      return String.join("", fields)
          + (fields.isEmpty() ? "" : "\n" + setUp(owner, onObject))
          + "  "
          + annotation("Benchmark")
          + "  public "
          + result
          + " "
          + name
          + "()"
          + thrown
          + " {\n    "
          + (result.equals("void") ? "" : "return ")
          + called
          + "  }\n";
    }

    /** Named after what it measures, unless the benchmark's own class has such a method already. */
    private String measuring() {
      if (callable.isConstructorDeclaration()) {
        return "create";
      }
      String name = callable.getNameAsString();
      return OWN_METHODS.contains(name)
          ? "measure" + Character.toUpperCase(name.charAt(0)) + name.substring(1)
          : name;
    }

    private String setUp(String owner, boolean onObject) {
      String what =
          onObject
              ? "give the fields what " + owner + " works on in production"
              : "give the fields what production passes";
      return "  "
          + annotation("Setup")
          + "  public void setUp() {\n"
          + "    // TBD: "
          + what
          + ", in its size there.\n"
          + "    throw new UnsupportedOperationException(\"the benchmark is not set up yet\");\n"
          + "  }\n\n";
    }

    private String unreachable() {
      String owner =
          types.stream().map(TypeDeclaration::getNameAsString).collect(Collectors.joining("."));
      return "  "
          + annotation("Benchmark")
          + "  public void "
          + measuring()
          + "() {\n    // TBD: call what leads to "
          + owner
          + "."
          + callable.getNameAsString()
          + ", which nothing outside of it can call.\n"
          + "    throw new UnsupportedOperationException(\"the benchmark is not set up yet\");\n"
          + "  }\n";
    }

    /** A name that no parameter has. */
    private String free(String name) {
      boolean taken =
          callable.getParameters().stream().anyMatch(p -> p.getNameAsString().equals(name));
      return taken ? free(name + "1") : name;
    }

    /** As it is written, without annotations, which need not be known in tests. */
    private String text(Type type) {
      Type bare = type.clone();
      bare.walk(Type.class, inner -> inner.getAnnotations().clear());
      bare.walk(ClassOrInterfaceType.class, inner -> names.add(inner.getNameAsString()));
      return bare.asString();
    }

    private String annotation(String text) {
      String name = text.replaceFirst("\\(.*", "");
      return "@" + qualified(name) + text.substring(name.length()) + "\n";
    }

    /** By its simple name, unless the code means something else by it. */
    private String qualified(String jmh) {
      return isTaken(jmh) ? "org.openjdk.jmh.annotations." + jmh : jmh;
    }

    private boolean isTaken(String name) {
      return unit.getImports().stream()
              .anyMatch(i -> !i.isAsterisk() && i.getName().getIdentifier().equals(name))
          || unit.getTypes().stream().anyMatch(t -> t.getNameAsString().equals(name));
    }

    private Set<String> imports(String body) {
      Set<String> lines = new TreeSet<>();
      JMH.stream()
          .filter(name -> !isTaken(name) && body.concat(HEAD).contains(name))
          .forEach(name -> lines.add("import org.openjdk.jmh.annotations." + name + ";"));
      for (ImportDeclaration one : unit.getImports()) {
        boolean needed = one.isAsterisk() || names.contains(one.getName().getIdentifier());
        if (needed && !one.isStatic()) {
          lines.add("import " + one.getNameAsString() + (one.isAsterisk() ? ".*" : "") + ";");
        }
      }
      // Types that the class itself declares or inherits.
      unit.getPackageDeclaration()
          .ifPresent(
              p -> {
                String outer = types.get(0).getNameAsString();
                boolean own = names.stream().anyMatch(this::isNested);
                if (own) {
                  lines.add("import " + p.getNameAsString() + "." + outer + ".*;");
                }
              });
      return lines;
    }

    private static final String HEAD = "State Scope BenchmarkMode Mode OutputTimeUnit";

    /** Neither imported nor at the top of the file: perhaps a member of the class. */
    private boolean isNested(String name) {
      return unit.getImports().stream()
              .noneMatch(i -> !i.isAsterisk() && i.getName().getIdentifier().equals(name))
          && unit.getTypes().stream().noneMatch(t -> t.getNameAsString().equals(name))
          && types
              .get(0)
              .findFirst(TypeDeclaration.class, t -> t.getNameAsString().equals(name))
              .isPresent();
    }
  }
}
