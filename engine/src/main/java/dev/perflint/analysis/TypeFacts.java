package dev.perflint.analysis;

import dev.perflint.types.ApiType;
import dev.perflint.types.Question;
import dev.perflint.types.TypeRef;
import java.util.List;

/**
 * One declared type, with what the merge may ask of it.
 *
 * @param name qualified; anonymous classes have a name that no other file can use
 * @param supertypes as written
 * @param scans packages whose interfaces it has a library make repositories of
 * @param beans that its methods make for a container
 * @param traits as {@code dev.perflint.facts.TypeTraits} and {@code EntityTraits} name them
 */
public record TypeFacts(
    String name,
    ApiType.Kind kind,
    List<String> typeParameters,
    List<TypeRef> supertypes,
    List<FieldFacts> fields,
    List<MethodFacts> methods,
    List<String> scans,
    List<Question.Bean> beans,
    List<String> traits) {
  /**
   * A declared field or record component.
   *
   * @param given whether its value comes from elsewhere, by constructor, setter or container: its
   *     type's own code makes none
   * @param qualifier the name of the bean that it wants; {@code ""} for none
   * @param lazy whether a persistence context loads what it refers to when it is first used
   */
  public record FieldFacts(
      String name, TypeRef type, boolean given, String qualifier, boolean lazy) {}

  public TypeFacts {
    typeParameters = List.copyOf(typeParameters);
    supertypes = List.copyOf(supertypes);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
    scans = List.copyOf(scans);
    beans = List.copyOf(beans);
    traits = List.copyOf(traits);
  }
}
