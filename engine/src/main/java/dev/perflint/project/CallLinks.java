package dev.perflint.project;

import dev.perflint.analysis.CallFacts;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.analysis.TypeFacts;
import dev.perflint.facts.MemberNames;
import dev.perflint.facts.Passed;
import dev.perflint.facts.ResultFate;
import dev.perflint.facts.Surroundings;
import dev.perflint.project.CallGraph.Edge;
import dev.perflint.types.MethodRef;
import dev.perflint.types.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What the calls of some methods lead to: a part of the call graph that one thread works out. */
final class CallLinks {
  /** As the methods are called by which commands, tasks and handlers run. */
  private static final Pattern COMMANDS =
      Pattern.compile("(?:execute|run|call|perform|invoke|handle|process)(?:[A-Z]\\w*)?");

  /** What is made to be handed to a thread, and the method that runs it. */
  private static final Map<String, String> TASKS =
      Map.of(
          "java.lang.Runnable", "run",
          "java.util.concurrent.Callable", "call",
          "java.util.concurrent.RecursiveAction", "compute",
          "java.util.concurrent.RecursiveTask", "compute");

  private final ProjectTypes types;
  private final CallTargets targets;
  private final UnaryOperator<Surroundings> settled;
  private final Map<String, List<Edge>> calls = new HashMap<>();
  private final List<Edge> handedOver = new ArrayList<>();
  private final Map<String, List<Surroundings.Repeat>> loopsOverParameters = new HashMap<>();

  /**
   * @param targets asked by nobody else meanwhile
   * @param settled leaves out loops that are none
   */
  CallLinks(ProjectTypes types, CallTargets targets, UnaryOperator<Surroundings> settled) {
    this.types = types;
    this.targets = targets;
    this.settled = settled;
  }

  /** By id of the caller, in the order of its calls. */
  Map<String, List<Edge>> calls() {
    return calls;
  }

  /** From those that make anonymous classes, commands or tasks to the methods of these. */
  List<Edge> handedOver() {
    return handedOver;
  }

  /** By id of the method whose parameters they go through. */
  Map<String, List<Surroundings.Repeat>> loopsOverParameters() {
    return loopsOverParameters;
  }

  void add(MethodFacts caller) {
    List<Edge> found = new ArrayList<>();
    Set<Surroundings.Repeat> loops = new LinkedHashSet<>();
    for (CallFacts call : caller.calls()) {
      Surroundings around = call.around();
      for (Surroundings.Repeat loop : around.loops()) {
        if (loop.parameter() != Passed.NONE) {
          loops.add(loop);
        }
      }
      Surroundings known = settled.apply(around);
      link(caller, known == around ? call : call.within(known), found);
    }
    if (!found.isEmpty()) {
      calls.put(caller.id(), found);
    }
    if (!loops.isEmpty()) {
      loopsOverParameters.put(caller.id(), List.copyOf(loops));
    }
  }

  private void link(MethodFacts caller, CallFacts call, List<Edge> into) {
    if (call.callee().name().equals(MemberNames.ALL_METHODS)) {
      handOver(caller, call);
      return;
    }
    if (call.result() == ResultFate.HANDED_ON) {
      handOverCommand(caller, call);
    }
    boolean event = CallGraph.isEvent(call.callee());
    MethodRef called = call.callee();
    List<MethodFacts> callees = targets.from(caller, called, targets.of(called).methods());
    for (MethodFacts callee : callees) {
      // Of several listeners each one runs.
      into.add(new Edge(caller, call, callee, callees.size() > 1 && !event));
    }
    if (event) {
      for (MethodFacts callee : targets.deferred(call.callee())) {
        into.add(new Edge(caller, Listeners.later(call), callee, false));
      }
    }
  }

  /**
   * Whoever is given an object of a type that has many siblings, such as a command, runs it by the
   * method that all of them have for that: where it is called does not say which one runs, where
   * the object is made does. Of other methods, such as those of a future, nobody knows whether they
   * are called at all. The same of a task, which a thread of somebody else runs.
   */
  private void handOverCommand(MethodFacts maker, CallFacts creation) {
    if (!(targets.resolver().settle(creation.callee().owner()) instanceof TypeRef.Named made)
        || types.declared(made.name()).isEmpty()) {
      return;
    }
    TypeRef type = TypeRef.named(made.name());
    for (TypeFacts above : types.lineage(made.name(), targets.resolver())) {
      for (MethodFacts method : above.methods()) {
        if (method.isAbstract()
            && COMMANDS.matcher(method.name()).matches()
            && targets.of(CallGraph.reference(method)).many()) {
          MethodRef own = CallGraph.reference(method).of(type);
          runs(maker, CallFacts.plain(own, creation.region(), creation.around()));
        }
      }
      for (TypeRef supertype : above.supertypes()) {
        if (targets.resolver().settle(supertype) instanceof TypeRef.Named task
            && TASKS.containsKey(task.name())) {
          MethodRef run = new MethodRef(type, TASKS.get(task.name()), 0);
          Surroundings later = creation.around().onAnotherThread();
          runs(maker, CallFacts.plain(run, creation.region(), later));
        }
      }
    }
  }

  private void runs(MethodFacts maker, CallFacts run) {
    for (MethodFacts method : targets.declaredBy(run.callee())) {
      if (method.isImplemented()) {
        handedOver.add(new Edge(maker, run, method, true));
      }
    }
  }

  private void handOver(MethodFacts maker, CallFacts creation) {
    if (creation.callee().owner() instanceof TypeRef.Named anonymous) {
      for (MethodFacts method :
          types.declared(anonymous.name()).map(TypeFacts::methods).orElse(List.of())) {
        if (!method.isPrivate() && !method.isStatic()) {
          handedOver.add(new Edge(maker, creation, method, false));
        }
      }
    }
  }
}
