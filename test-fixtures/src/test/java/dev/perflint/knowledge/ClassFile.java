package dev.perflint.knowledge;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javassist.CtBehavior;
import javassist.CtClass;
import javassist.CtConstructor;
import javassist.CtMethod;
import javassist.Modifier;
import javassist.NotFoundException;
import javassist.bytecode.AccessFlag;
import javassist.bytecode.Descriptor;

/** What a class file says of its members; supertypes that cannot be found end the search there. */
record ClassFile(CtClass type) {

  boolean isAnnotation() {
    return type.isAnnotation();
  }

  /** Whether the pattern names a member that the type declares or inherits and others may call. */
  boolean has(MemberPattern pattern) {
    return !members(pattern).isEmpty();
  }

  boolean hasMethod(String name) {
    return has(new MemberPattern(type.getName(), name, Optional.empty()));
  }

  /**
   * Whether each member that the pattern names gives an object of that type.
   *
   * @param made qualified, dots for nested types
   */
  boolean makes(MemberPattern pattern, String made) {
    return members(pattern).stream().allMatch(member -> madeBy(member).isA(made));
  }

  /** Whether what each member that the pattern names gives has a method of that name. */
  boolean opens(MemberPattern pattern, String end) {
    return members(pattern).stream().allMatch(member -> madeBy(member).hasMethod(end));
  }

  private ClassFile madeBy(CtBehavior member) {
    try {
      return member instanceof CtMethod method ? new ClassFile(method.getReturnType()) : this;
    } catch (NotFoundException e) {
      throw new IllegalStateException("return type of " + member.getLongName(), e);
    }
  }

  private boolean isA(String name) {
    return hierarchy().keySet().stream().anyMatch(above -> above.replace('$', '.').equals(name));
  }

  /** Without what is overridden further down and the bridges that stand in for it. */
  private Collection<CtBehavior> members(MemberPattern pattern) {
    Map<String, CtBehavior> bySignature = new LinkedHashMap<>();
    if (pattern.isConstructor()) {
      for (CtConstructor constructor : type.getDeclaredConstructors()) {
        addIfMeant(constructor, pattern, bySignature);
      }
      return bySignature.values();
    }
    for (CtClass above : hierarchy().values()) {
      for (CtMethod method : above.getDeclaredMethods()) {
        if (method.getName().equals(pattern.name())) {
          addIfMeant(method, pattern, bySignature);
        }
      }
    }
    return bySignature.values();
  }

  private static void addIfMeant(
      CtBehavior member, MemberPattern pattern, Map<String, CtBehavior> to) {
    int flags = member.getModifiers();
    boolean callable = Modifier.isPublic(flags) || Modifier.isProtected(flags);
    boolean bridge = (flags & AccessFlag.BRIDGE) != 0;
    if (callable
        && !bridge
        && pattern.parameters().map(wanted -> fits(member, wanted)).orElse(true)) {
      to.putIfAbsent(Descriptor.toString(member.getSignature()), member);
    }
  }

  /** The type and all that is above it, by binary name. */
  private Map<String, CtClass> hierarchy() {
    Map<String, CtClass> seen = new LinkedHashMap<>();
    collect(type, seen);
    return seen;
  }

  private static void collect(CtClass from, Map<String, CtClass> seen) {
    if (seen.putIfAbsent(from.getName(), from) != null) {
      return;
    }
    try {
      CtClass above = from.getSuperclass();
      if (above != null) {
        collect(above, seen);
      }
    } catch (NotFoundException ignored) {
      // In a jar that is not here.
    }
    for (String name : from.getClassFile2().getInterfaces()) {
      CtClass above = from.getClassPool().getOrNull(name);
      if (above != null) {
        collect(above, seen);
      }
    }
  }

  private static boolean fits(CtBehavior member, List<String> wanted) {
    String inside = Descriptor.toString(member.getSignature());
    inside = inside.substring(1, inside.length() - 1).replace('$', '.');
    List<String> actual = inside.isEmpty() ? List.of() : Arrays.asList(inside.split(","));
    if (actual.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String want = wanted.get(i).replace("...", "[]");
      if (!actual.get(i).equals(want) && !actual.get(i).endsWith("." + want)) {
        return false;
      }
    }
    return true;
  }
}
