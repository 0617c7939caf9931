package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.types.TypeMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keys of entities that the application gives, and what else says that a row is new. */
public final class AssignedKeys {
  /** Each object gets a random key when it is made. */
  public static final String RANDOM_KEY = "random-key";

  /** A version, which is null as long as the row is new. */
  public static final String VERSIONED = "versioned";

  private static final String ASSIGNED = "assigned-key:";

  private static final List<String> ID = List.of("jakarta.persistence.Id", "javax.persistence.Id");

  private static final List<String> VERSION =
      List.of("jakarta.persistence.Version", "javax.persistence.Version");

  private AssignedKeys() {}

  /** That the property is the key, and that nothing but the application gives it. */
  public static String assigned(String property) {
    return ASSIGNED + property.toLowerCase(Locale.ROOT);
  }

  /** Whether a call anywhere in a node makes a key that no row has. */
  public static boolean isRandom(Node value) {
    return value
        .findFirst(
            MethodCallExpr.class,
            call ->
                call.getNameAsString().equals("randomUUID")
                    || call.getNameAsString().equals("randomId"))
        .isPresent();
  }

  /** Those of an entity, or of a class that entities extend. */
  static List<String> of(Node entity, Frame frame, FileContext file) {
    List<String> traits = new ArrayList<>(2);
    for (Node member : TypeMembers.of(entity)) {
      if (member instanceof NodeWithAnnotations<?> on
          && Annotations.find(on, VERSION, file.names(), frame).isPresent()) {
        traits.add(VERSIONED);
      }
      if (member instanceof FieldDeclaration field
          && Annotations.find(field, ID, file.names(), frame).isPresent()
          && Annotations.ofRole(field, Roles.GENERATED_ID, file, frame).isEmpty()) {
        String name = field.getVariable(0).getNameAsString();
        traits.add(assigned(name));
        boolean random =
            field.getVariable(0).getInitializer().filter(AssignedKeys::isRandom).isPresent();
        if (random || isMadeRandom(name, entity)) {
          traits.add(RANDOM_KEY);
        }
      }
    }
    return traits;
  }

  /** Every constructor that an application calls makes one. */
  private static boolean isMadeRandom(String key, Node entity) {
    List<ConstructorDeclaration> constructors =
        TypeMembers.of(entity).stream()
            .filter(ConstructorDeclaration.class::isInstance)
            .map(ConstructorDeclaration.class::cast)
            .filter(constructor -> !constructor.getParameters().isEmpty())
            .toList();
    return !constructors.isEmpty()
        && constructors.stream()
            .allMatch(
                constructor ->
                    constructor
                        .findFirst(AssignExpr.class, assign -> isOf(key, assign))
                        .filter(assign -> isRandom(assign.getValue()))
                        .isPresent());
  }

  private static boolean isOf(String key, AssignExpr assign) {
    String target = assign.getTarget().toString();
    return target.equals(key) || target.equals("this." + key);
  }
}
