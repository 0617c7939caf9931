package dev.perflint.tables;

import dev.perflint.types.ApiMember;
import dev.perflint.types.ApiType;
import dev.perflint.types.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Turns javac's elements into the records of the tables. */
final class ElementReader {
  private final Elements elements;
  private final Ages ages;
  private final TypeRefs refs;

  ElementReader(ProcessingEnvironment javac, Ages ages) {
    this.elements = javac.getElementUtils();
    this.ages = ages;
    this.refs = new TypeRefs(javac.getTypeUtils());
  }

  /**
   * Reads types with all that belongs to them: visible nested types, and invisible supertypes of
   * the same package, from which they inherit visible members.
   *
   * @return by qualified name
   */
  Map<String, ApiType> read(List<? extends Element> roots) {
    Map<String, ApiType> read = new TreeMap<>();
    Deque<TypeElement> left = new ArrayDeque<>();
    visibleTypes(roots).forEach(left::add);
    while (!left.isEmpty()) {
      TypeElement type = left.remove();
      String name = type.getQualifiedName().toString();
      if (!read.containsKey(name)) {
        read.put(name, read(type));
        left.addAll(visibleTypes(type.getEnclosedElements()));
        for (TypeMirror supertype : supertypes(type)) {
          Element element = ((DeclaredType) supertype).asElement();
          boolean isOfPackage = elements.getPackageOf(element).equals(elements.getPackageOf(type));
          if (isOfPackage && !isVisible(element)) {
            left.add((TypeElement) element);
          }
        }
      }
    }
    return read;
  }

  /** Whether code of other packages can name it, if only in a subclass. */
  static boolean isVisible(Element element) {
    return element.getModifiers().contains(Modifier.PUBLIC)
        || element.getModifiers().contains(Modifier.PROTECTED);
  }

  private static List<TypeElement> visibleTypes(List<? extends Element> elements) {
    return ElementFilter.typesIn(elements).stream().filter(ElementReader::isVisible).toList();
  }

  private ApiType read(TypeElement type) {
    checkCapitals(type);
    List<ApiMember> members = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (isVisible(member) && isWritable(member)) {
        if (member instanceof ExecutableElement executable) {
          members.add(read(executable, type));
        } else if (member.getKind().isField()) {
          members.add(readField(member, type));
        }
      }
    }
    members.sort(TableWriter.MEMBER_ORDER);
    return new ApiType(
        type.getQualifiedName().toString(),
        kind(type),
        type.getModifiers().contains(Modifier.FINAL),
        refs.names(type),
        refs.bounds(type, type),
        supertypes(type).stream().map(supertype -> refs.of(supertype, type)).toList(),
        members,
        ages.of(Ages.key(type)));
  }

  /** Kotlin's internal members are public, with names like {@code get$okhttp} or {@code -size}. */
  private static boolean isWritable(Element member) {
    String name = member.getSimpleName().toString();
    return member.getKind() == ElementKind.CONSTRUCTOR
        || SourceVersion.isIdentifier(name) && name.indexOf('$') < 0;
  }

  private ApiMember read(ExecutableElement member, TypeElement owner) {
    boolean isConstructor = member.getKind() == ElementKind.CONSTRUCTOR;
    return new ApiMember(
        isConstructor ? ApiMember.Kind.CONSTRUCTOR : ApiMember.Kind.METHOD,
        member.getSimpleName().toString(),
        member.getModifiers().contains(Modifier.STATIC),
        member.getModifiers().contains(Modifier.ABSTRACT),
        member.isVarArgs(),
        refs.names(member),
        refs.bounds(member, owner),
        member.getParameters().stream()
            .map(parameter -> refs.of(parameter.asType(), owner, member))
            .toList(),
        isConstructor ? constructed(owner) : refs.of(member.getReturnType(), owner, member),
        ages.of(refs.key(owner, member)));
  }

  private ApiMember readField(Element field, TypeElement owner) {
    return new ApiMember(
        ApiMember.Kind.FIELD,
        field.getSimpleName().toString(),
        field.getModifiers().contains(Modifier.STATIC),
        false,
        false,
        List.of(),
        List.of(),
        refs.of(field.asType(), owner),
        ages.of(refs.key(owner, field)));
  }

  private TypeRef constructed(TypeElement type) {
    List<TypeRef> own = refs.names(type).stream().<TypeRef>map(TypeRef.Variable::new).toList();
    return new TypeRef.Named(type.getQualifiedName().toString(), own);
  }

  private static List<TypeMirror> supertypes(TypeElement type) {
    List<TypeMirror> supertypes = new ArrayList<>();
    TypeMirror superclass = type.getSuperclass();
    if (superclass.getKind() != TypeKind.NONE && !TypeRefs.isObject(superclass)) {
      supertypes.add(superclass);
    }
    supertypes.addAll(type.getInterfaces());
    return supertypes;
  }

  private static ApiType.Kind kind(TypeElement type) {
    return switch (type.getKind()) {
      case INTERFACE -> ApiType.Kind.INTERFACE;
      case ENUM -> ApiType.Kind.ENUM;
      case RECORD -> ApiType.Kind.RECORD;
      case ANNOTATION_TYPE -> ApiType.Kind.ANNOTATION;
      default -> ApiType.Kind.CLASS;
    };
  }

  /** The reader of the tables tells packages from types by their first letters. */
  private void checkCapitals(TypeElement type) {
    PackageElement itsPackage = elements.getPackageOf(type);
    boolean tellable =
        type.getSimpleName().toString().matches("[A-Z].*")
            && itsPackage.getQualifiedName().toString().matches("([^A-Z.][^.]*\\.?)+");
    if (!tellable) {
      throw new IllegalStateException("cannot be told from its package: " + type);
    }
  }
}
