package dev.perflint.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.perflint.model.Region;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** How members are named in ids and messages. */
public final class MemberNames {
  public static final String CONSTRUCTOR = "<init>";
  public static final String STATIC_INITIALIZER = "<clinit>";

  /** Instance initialisers and the initialisers of instance fields: every constructor runs them. */
  public static final String INSTANCE_INITIALIZER = "<fields>";

  /** In a call: every method of a type, as one who makes an anonymous class hands them over. */
  public static final String ALL_METHODS = "<methods>";

  /** In a call: every method that listens to an event of the owner's type. */
  public static final String LISTENERS = "<listeners>";

  /** Parts the name of the member around from the place of a handler in it. */
  public static final String HANDLER_MARK = "$";

  private MemberNames() {}

  /**
   * {@code quote(String,int)}: name and erased simple parameter types, which tell overloads of one
   * type apart.
   */
  public static String signature(Node member) {
    if (member instanceof CallableDeclaration<?> callable) {
      return name(callable) + parameters(callable.getParameters());
    }
    if (member instanceof CompactConstructorDeclaration
        && member.getParentNode().orElse(null) instanceof RecordDeclaration record) {
      return name(member) + parameters(record.getParameters());
    }
    return name(member) + "()";
  }

  /** A handler's signature: the name of the member around and the place. */
  static String handler(String member, Region region) {
    return member + HANDLER_MARK + region.startLine() + "_" + region.startColumn() + "()";
  }

  /** {@code PriceService.quote} of {@code com.acme.PriceService#quote(String)}. */
  public static String shortName(String methodId) {
    int hash = methodId.indexOf('#');
    String type = hash < 0 ? methodId : methodId.substring(0, hash);
    String method = hash < 0 ? "" : methodId.substring(hash + 1, methodId.indexOf('(', hash));
    int handler = method.indexOf(HANDLER_MARK);
    method = handler > 0 ? method.substring(0, handler) : method;
    int anonymous = type.indexOf(".anonymous@");
    String visible = anonymous > 0 ? type.substring(0, anonymous) : type;
    int place = visible.indexOf('@');
    visible = place > 0 ? visible.substring(0, place) : visible;
    String simple = visible.substring(visible.lastIndexOf('.') + 1);
    return method.startsWith("<") ? "new " + simple : simple + "." + method;
  }

  /** Whether a name is written as those of constants are. */
  public static boolean isConstant(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT));
  }

  /** Whether the member of that id is run by creating an object. */
  public static boolean isConstruction(String methodId) {
    return methodId.contains("#" + CONSTRUCTOR + "(")
        || methodId.contains("#" + INSTANCE_INITIALIZER + "(");
  }

  /** The simple name under which calls find the member. */
  public static String name(Node member) {
    if (member instanceof ConstructorDeclaration
        || member instanceof CompactConstructorDeclaration) {
      return CONSTRUCTOR;
    }
    if (member instanceof CallableDeclaration<?> callable) {
      return callable.getNameAsString();
    }
    boolean isStatic =
        member instanceof FieldDeclaration field && field.isStatic()
            || member instanceof InitializerDeclaration block && block.isStatic();
    return isStatic ? STATIC_INITIALIZER : INSTANCE_INITIALIZER;
  }

  /** {@code (String,int...)}. */
  public static String parameters(List<Parameter> declared) {
    StringJoiner parameters = new StringJoiner(",", "(", ")");
    for (Parameter parameter : declared) {
      parameters.add(erased(parameter.getType()) + (parameter.isVarArgs() ? "..." : ""));
    }
    return parameters.toString();
  }

  private static String erased(Type type) {
    return type instanceof ClassOrInterfaceType named ? named.getNameAsString() : type.asString();
  }
}
