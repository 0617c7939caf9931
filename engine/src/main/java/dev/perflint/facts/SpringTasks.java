package dev.perflint.facts;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.perflint.source.Site;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one file says about who runs Spring's asynchronous methods. Read from simple names: an
 * executor that is none after all only makes a rule silent.
 */
public final class SpringTasks {
  private static final String BOOT = "spring boot";
  private static final String ASYNC = "spring async";
  private static final String EXECUTOR = "spring executor";

  private static final Set<String> APPLICATIONS =
      Set.of("SpringBootApplication", "EnableAutoConfiguration", "SpringCloudApplication");

  /** It brings executors of its own into the application, so that Boot makes none. */
  private static final Set<String> BRING_EXECUTORS = Set.of("EnableWebSocketMessageBroker");

  private SpringTasks() {}

  /** Whether Spring Boot's executor runs asynchronous methods: nothing in the code replaces it. */
  public static Truth onExecutorOfBoot() {
    return said(BOOT).and(said(ASYNC));
  }

  /** Whether the code has an executor that the container knows, or names one for all methods. */
  public static Truth onOwnExecutor() {
    return said(EXECUTOR);
  }

  private static Truth said(String what) {
    return Truth.open(new Question.Said(what));
  }

  /** What the file says to that. */
  public static Map<String, Truth> of(FileContext file) {
    Map<String, Truth> says = new TreeMap<>();
    for (Site site : file.unit().sites().types()) {
      if (site.node() instanceof TypeDeclaration<?> type) {
        add(type, says);
      }
    }
    return says;
  }

  private static void add(TypeDeclaration<?> type, Map<String, Truth> says) {
    if (has(type, APPLICATIONS)) {
      says.put(BOOT, Truth.SURE);
    }
    if (has(type, Set.of("EnableAsync"))) {
      says.put(ASYNC, Truth.SURE);
    }
    boolean replaces =
        has(type, BRING_EXECUTORS)
            || supertypes(type).anyMatch(SpringTasks::isExecutor)
            || type.getMembers().stream().anyMatch(SpringTasks::makesExecutor);
    if (replaces) {
      says.put(EXECUTOR, Truth.SURE);
    }
  }

  private static boolean makesExecutor(BodyDeclaration<?> member) {
    return member instanceof MethodDeclaration method
        && has(method, Set.of("Bean"))
        && method.getType() instanceof ClassOrInterfaceType made
        && isExecutor(made);
  }

  private static Stream<ClassOrInterfaceType> supertypes(TypeDeclaration<?> type) {
    return type instanceof ClassOrInterfaceDeclaration declared
        ? Stream.concat(
            declared.getExtendedTypes().stream(), declared.getImplementedTypes().stream())
        : Stream.of();
  }

  /** Also what makes or changes one: its builders and customizers, and schedulers. */
  private static boolean isExecutor(ClassOrInterfaceType type) {
    String name = type.getNameAsString();
    return name.contains("Executor")
        || name.startsWith("AsyncConfigurer")
        || name.endsWith("TaskScheduler");
  }

  private static boolean has(NodeWithAnnotations<?> declared, Set<String> names) {
    List<AnnotationExpr> annotations = declared.getAnnotations();
    return !annotations.isEmpty()
        && annotations.stream()
            .anyMatch(annotation -> names.contains(annotation.getName().getIdentifier()));
  }
}
