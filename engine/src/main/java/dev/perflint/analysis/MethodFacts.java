package dev.perflint.analysis;

import dev.perflint.facts.ArgumentFacts;
import dev.perflint.facts.Events;
import dev.perflint.facts.ParameterTest;
import dev.perflint.knowledge.EntryKind;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * One method, constructor or initialiser. Lambdas belong to the method that they are written in.
 *
 * @param id unique in the project, {@code com.acme.PriceService#quote(String)}
 * @param line where its name stands; of what nobody wrote, where the name of what it comes from
 *     does
 * @param name {@code <init>} for constructors; {@code <fields>} and {@code <clinit>} for
 *     initialisers
 * @param isMarked whether an annotation on it, or on a parameter, may make others call it
 * @param runsLater whether its callers do not wait for it, as with Spring's {@code @Async}
 * @param forAdministrators whether nobody else may have it run, as its access or its first
 *     statements say
 * @param runner the name of the executor that it then runs on; {@code ""} when it names none
 * @param runsOnce whether it runs once in the life of the program or its object
 * @param entries what makes it an entry point
 * @param onVirtualThread whether a virtual thread runs it, whoever calls it
 * @param arguments what it does with those of which that matters
 * @param tests all that it asks of its parameters somewhere before it goes on
 * @param hears the event for which a container calls it
 */
public record MethodFacts(
    String id,
    int line,
    String name,
    List<TypeRef> parameters,
    boolean isVarargs,
    TypeRef returns,
    boolean isStatic,
    boolean isAbstract,
    boolean isPrivate,
    boolean isMarked,
    boolean runsLater,
    boolean forAdministrators,
    String runner,
    Truth runsOnce,
    Truth onVirtualThread,
    List<ArgumentFacts> arguments,
    List<ParameterTest> tests,
    Optional<Events.Heard> hears,
    List<Entry> entries,
    List<CallFacts> calls) {
  /**
   * @param label for people, e.g. "GET /prices/{sku}"
   * @param truth may be open: whether the type is an HttpServlet, say
   */
  public record Entry(EntryKind kind, String label, Truth truth) {}

  public MethodFacts {
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
    tests = List.copyOf(tests);
    entries = List.copyOf(entries);
    calls = List.copyOf(calls);
  }

  /** A method without a body that anybody wrote: it calls nothing. */
  static MethodFacts accessor(
      String id, int line, String name, List<TypeRef> parameters, TypeRef returns) {
    return new MethodFacts(
        id,
        line,
        name,
        parameters,
        false,
        returns,
        false,
        false,
        false,
        false,
        false,
        false,
        "",
        Truth.NO,
        Truth.NO,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** The type that declares it, {@code com.acme.PriceService}. */
  public String owner() {
    return id.substring(0, id.indexOf('#'));
  }

  /** Whether that type declares it; takes no part of the id to tell. */
  public boolean isOf(String type) {
    return id.startsWith(type) && id.indexOf('#') == type.length();
  }

  /** Whether a call may end here: somebody wrote a body, or a library sends a request instead. */
  public boolean isImplemented() {
    return !isAbstract || !calls.isEmpty();
  }

  /** Whether a call with so many arguments may mean this method. */
  public boolean accepts(int arity) {
    return isVarargs ? arity >= parameters.size() - 1 : arity == parameters.size();
  }
}
