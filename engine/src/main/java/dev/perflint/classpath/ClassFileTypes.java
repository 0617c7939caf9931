package dev.perflint.classpath;

import dev.perflint.types.ApiMember;
import dev.perflint.types.ApiType;
import dev.perflint.types.TypeRef;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javassist.bytecode.AccessFlag;
import javassist.bytecode.BadBytecode;
import javassist.bytecode.ClassFile;
import javassist.bytecode.FieldInfo;
import javassist.bytecode.MethodInfo;
import javassist.bytecode.SignatureAttribute;
import javassist.bytecode.SignatureAttribute.ClassSignature;
import javassist.bytecode.SignatureAttribute.MethodSignature;
import org.jspecify.annotations.Nullable;

/** Turns class files into types of a table: signatures alone, no code. */
final class ClassFileTypes {
  private static final int HIDDEN = AccessFlag.SYNTHETIC | AccessFlag.BRIDGE;

  private final ClassFile file;
  private final String name;
  private final Signatures ofType;

  private ClassFileTypes(ClassFile file) throws BadBytecode {
    this.file = file;
    this.name = Signatures.dotted(file.getName());
    this.ofType = Signatures.ofType(signature(file).getParameters());
  }

  /** The type that a class file declares; empty when it is none. */
  static Optional<ApiType> read(byte[] bytes) {
    try {
      ClassFile file = new ClassFile(new DataInputStream(new ByteArrayInputStream(bytes)));
      return Optional.of(new ClassFileTypes(file).type());
    } catch (IOException | BadBytecode | RuntimeException e) {
      // Broken or made for a future that the reader does not know: nothing is said of the type.
      return Optional.empty();
    }
  }

  private static ClassSignature signature(ClassFile file) throws BadBytecode {
    SignatureAttribute generic = (SignatureAttribute) file.getAttribute(SignatureAttribute.tag);
    if (generic != null) {
      return SignatureAttribute.toClassSignature(generic.getSignature());
    }
    SignatureAttribute.ClassType[] interfaces =
        new SignatureAttribute.ClassType[file.getInterfaces().length];
    for (int i = 0; i < interfaces.length; i++) {
      interfaces[i] = new SignatureAttribute.ClassType(file.getInterfaces()[i]);
    }
    String superclass = file.getSuperclass() == null ? "java.lang.Object" : file.getSuperclass();
    return new ClassSignature(null, new SignatureAttribute.ClassType(superclass), interfaces);
  }

  private ApiType type() throws BadBytecode {
    ClassSignature signature = signature(file);
    List<TypeRef> supertypes = new ArrayList<>();
    TypeRef superclass = ofType.of(signature.getSuperClass());
    if (!superclass.equals(Signatures.OBJECT)) {
      supertypes.add(superclass);
    }
    for (SignatureAttribute.ClassType above : signature.getInterfaces()) {
      supertypes.add(ofType.of(above));
    }
    return new ApiType(
        name,
        kind(),
        (file.getAccessFlags() & AccessFlag.FINAL) != 0,
        ofType.names(),
        ofType.bounds(),
        supertypes,
        members(),
        0);
  }

  private ApiType.Kind kind() {
    int flags = file.getAccessFlags();
    if ((flags & AccessFlag.ANNOTATION) != 0) {
      return ApiType.Kind.ANNOTATION;
    }
    if ((flags & AccessFlag.INTERFACE) != 0) {
      return ApiType.Kind.INTERFACE;
    }
    if ((flags & AccessFlag.ENUM) != 0) {
      return ApiType.Kind.ENUM;
    }
    return "java.lang.Record".equals(file.getSuperclass())
        ? ApiType.Kind.RECORD
        : ApiType.Kind.CLASS;
  }

  private List<ApiMember> members() throws BadBytecode {
    List<ApiMember> members = new ArrayList<>();
    for (FieldInfo field : file.getFields()) {
      if (isVisible(field.getAccessFlags())) {
        members.add(member(field));
      }
    }
    for (MethodInfo method : file.getMethods()) {
      if (isVisible(method.getAccessFlags()) && !method.isStaticInitializer()) {
        members.add(member(method));
      }
    }
    return members;
  }

  private static boolean isVisible(int flags) {
    return (flags & HIDDEN) == 0 && (flags & (AccessFlag.PUBLIC | AccessFlag.PROTECTED)) != 0;
  }

  private ApiMember member(FieldInfo field) throws BadBytecode {
    String signature = generic((SignatureAttribute) field.getAttribute(SignatureAttribute.tag));
    return new ApiMember(
        ApiMember.Kind.FIELD,
        field.getName(),
        (field.getAccessFlags() & AccessFlag.STATIC) != 0,
        false,
        false,
        List.of(),
        Map.of(),
        List.of(),
        ofType.of(
            SignatureAttribute.toTypeSignature(
                signature == null ? field.getDescriptor() : signature)),
        0);
  }

  private ApiMember member(MethodInfo method) throws BadBytecode {
    String generic = generic((SignatureAttribute) method.getAttribute(SignatureAttribute.tag));
    MethodSignature signature =
        SignatureAttribute.toMethodSignature(generic == null ? method.getDescriptor() : generic);
    Signatures here = ofType.with(signature.getTypeParameters());
    int flags = method.getAccessFlags();
    List<TypeRef> parameters = new ArrayList<>();
    for (SignatureAttribute.Type parameter : signature.getParameterTypes()) {
      parameters.add(here.of(parameter));
    }
    return new ApiMember(
        method.isConstructor() ? ApiMember.Kind.CONSTRUCTOR : ApiMember.Kind.METHOD,
        method.getName(),
        (flags & AccessFlag.STATIC) != 0,
        (flags & AccessFlag.ABSTRACT) != 0,
        (flags & AccessFlag.VARARGS) != 0,
        here.names(),
        here.bounds(),
        parameters,
        method.isConstructor() ? made() : here.of(signature.getReturnType()),
        0);
  }

  private TypeRef made() {
    return new TypeRef.Named(
        name, ofType.names().stream().<TypeRef>map(TypeRef.Variable::new).toList());
  }

  private static @Nullable String generic(@Nullable SignatureAttribute attribute) {
    return attribute == null ? null : attribute.getSignature();
  }
}
