package dev.perflint.facts;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.Set;

/** Methods that hear that the application starts, by the name of the event. */
public final class Starters {
  private static final Set<String> EVENTS =
      Set.of(
          "StartupEvent",
          "ServerStartupEvent",
          "ApplicationStartupEvent",
          "ApplicationStartedEvent",
          "ApplicationReadyEvent",
          "ContextRefreshedEvent",
          "ContextStartedEvent");

  private static final Set<String> HEARS = Set.of("Observes", "EventListener");

  private Starters() {}

  /** {@code void onStart(@Observes StartupEvent event)}. */
  public static boolean are(MethodDeclaration method) {
    return method.getParameters().size() > 0
        && method.getParameters().stream()
            .anyMatch(parameter -> isEvent(parameter) && (hears(parameter) || hears(method)));
  }

  private static boolean isEvent(Parameter parameter) {
    return parameter.getType().isClassOrInterfaceType()
        && EVENTS.contains(parameter.getType().asClassOrInterfaceType().getNameAsString());
  }

  private static boolean hears(NodeWithAnnotations<?> declared) {
    return declared.getAnnotations().stream()
        .anyMatch(annotation -> HEARS.contains(annotation.getName().getIdentifier()));
  }
}
