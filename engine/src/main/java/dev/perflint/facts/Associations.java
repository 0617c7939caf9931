package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.perflint.knowledge.Roles;
import dev.perflint.source.Frame;
import dev.perflint.source.Site;
import dev.perflint.types.TypeMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an entity refers to, and when a persistence context loads it. */
public final class Associations {
  private static final Pattern LAZY = Pattern.compile("\\bfetch\\s*=[^,)]*\\bLAZY\\b");
  private static final Pattern EAGER = Pattern.compile("\\bfetch\\s*=[^,)]*\\bEAGER\\b");

  /** Hibernate's way to say that nothing is loaded together. */
  private static final Pattern ONE_BY_ONE = Pattern.compile("\\bSELECT\\b");

  /** Hibernate's own way to say that it is loaded with the row. */
  private static final Pattern NOT_LAZY = Pattern.compile("\\bFALSE\\b");

  private final FileContext file;

  public Associations(FileContext file) {
    this.file = file;
  }

  /**
   * Whether what a field refers to is loaded when it is first used, and then for one row at a time.
   *
   * @param body of the type that declares it
   */
  public boolean isLazy(FieldDeclaration field, VariableDeclarator variable, Site body) {
    if (field.isStatic()) {
      return false;
    }
    for (NodeWithAnnotations<?> annotated : mapped(field, variable, body.node())) {
      if (isLazy(annotated, body.frame())) {
        return true;
      }
    }
    return false;
  }

  /** The field and its getter: a mapping may stand on either. */
  private static List<NodeWithAnnotations<?>> mapped(
      FieldDeclaration field, VariableDeclarator variable, Node type) {
    List<NodeWithAnnotations<?>> mapped = new ArrayList<>(2);
    mapped.add(field);
    String getter = "get" + variable.getNameAsString();
    for (Node member : TypeMembers.of(type)) {
      if (member instanceof MethodDeclaration method
          && !method.getAnnotations().isEmpty()
          && method.getNameAsString().equalsIgnoreCase(getter)) {
        mapped.add(method);
      }
    }
    return mapped;
  }

  /** Whether an annotation of an association says that it is loaded with the row. */
  public static boolean isEager(AnnotationExpr association) {
    return says(association, EAGER);
  }

  private boolean isLazy(NodeWithAnnotations<?> mapped, Frame frame) {
    if (mapped.getAnnotations().isEmpty()) {
      return false;
    }
    boolean lazy =
        find(mapped, Roles.LAZY_ASSOCIATION, frame).filter(a -> !isEager(a)).isPresent()
            || find(mapped, Roles.EAGER_ASSOCIATION, frame).filter(a -> says(a, LAZY)).isPresent();
    return lazy
        && find(mapped, Roles.LAZY_OPTION, frame).filter(Associations::isNotLazy).isEmpty()
        && find(mapped, Roles.LOADS_TOGETHER, frame).filter(a -> !says(a, ONE_BY_ONE)).isEmpty();
  }

  /** The same of one of Hibernate's own, {@code @LazyCollection(LazyCollectionOption.FALSE)}. */
  public static boolean isNotLazy(AnnotationExpr option) {
    return says(option, NOT_LAZY);
  }

  private Optional<AnnotationExpr> find(NodeWithAnnotations<?> mapped, String role, Frame frame) {
    return Annotations.ofRole(mapped, role, file, frame);
  }

  private static boolean says(AnnotationExpr annotation, Pattern what) {
    return what.matcher(annotation.toString()).find();
  }
}
