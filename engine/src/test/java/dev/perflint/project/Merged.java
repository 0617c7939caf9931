package dev.perflint.project;

import dev.perflint.Sources;
import dev.perflint.analysis.MethodFacts;
import dev.perflint.model.Certainty;
import dev.perflint.rank.Heat;
import dev.perflint.settings.OtherTexts;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import dev.perflint.types.TypeResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The parts of a merge by themselves, for tests that look between them. */
public final class Merged {
  private final TypeResolver resolver;
  private final CallGraph graph;
  private final HeatMap heat;
  private final UncalledCode uncalled;

  private Merged(Sources sources) {
    ProjectTypes types = new ProjectTypes(sources.analyses(), Sources.JDK, Optional.empty());
    this.resolver = TypeResolver.closed(types);
    this.graph = new CallGraph(types, resolver, Team.ALONE);
    this.heat =
        new HeatMap(
            graph, new OwnCalls(graph, resolver), this::answer, method -> false, text -> text);
    CalledNames names =
        new CalledNames(
            sources.analyses(),
            OtherTexts.of(
                Map.of(
                    "page.xhtml",
                    "#{x.shown}",
                    "dwr.xml",
                    "shop.Wired",
                    "application.yml",
                    "print: 3")));
    this.uncalled =
        new UncalledCode(
            graph,
            types,
            resolver,
            heat,
            names,
            new UnmadeTypes(sources.analyses(), graph, heat, types, resolver, names),
            type -> !type.contains("Library"));
  }

  public static Merged of(Sources sources) {
    return new Merged(sources);
  }

  public TypeResolver resolver() {
    return resolver;
  }

  private Certainty answer(Question question) {
    Question.IsA isA = (Question.IsA) question;
    return ((Truth.Decided) resolver.isA(isA.type(), isA.supertypes())).certainty();
  }

  public Certainty isA(String type, String supertype) {
    return resolver.isA(TypeRef.named(type), supertype).answered(q -> Certainty.UNKNOWN);
  }

  /** Every call, as {@code A.f -> B.g}, with {@code ?} behind one that may mean another method. */
  public List<String> calls() {
    TreeSet<String> calls = new TreeSet<>();
    for (MethodFacts method : graph.methods()) {
      for (CallGraph.Edge edge : graph.callsFrom(method.id())) {
        calls.add(
            shortId(edge.caller().id())
                + " -> "
                + shortId(edge.callee().id())
                + (edge.likely() ? "?" : ""));
      }
      for (CallGraph.Edge edge : graph.handedOverBy(method.id())) {
        calls.add(shortId(edge.caller().id()) + " hands over " + shortId(edge.callee().id()));
      }
    }
    return new ArrayList<>(calls);
  }

  /** How hot the one method with that short id is, e.g. {@code PriceService.quote}. */
  public Heat heat(String shortId) {
    return heat.of(id(shortId));
  }

  /** Whether all ways to the one method with that short id begin where nobody calls. */
  public boolean isUncalled(String shortId) {
    return uncalled.has(id(shortId));
  }

  public String whyUncalled(String shortId) {
    return uncalled.why(id(shortId));
  }

  public boolean isOfCommand(String shortId) {
    return uncalled.isOfCommand(id(shortId));
  }

  private String id(String shortId) {
    List<String> ids = new ArrayList<>();
    for (MethodFacts method : graph.methods()) {
      if (shortId(method.id()).equals(shortId)) {
        ids.add(method.id());
      }
    }
    if (ids.size() != 1) {
      throw new IllegalArgumentException(shortId + " is " + ids);
    }
    return ids.get(0);
  }

  /** Without package, parameters and positions. */
  private static String shortId(String id) {
    String owner = id.substring(0, id.indexOf('#')).replaceAll("@[0-9:]+", "");
    String plain = owner.startsWith("shop.") ? owner.substring("shop.".length()) : owner;
    return plain + "." + id.substring(id.indexOf('#') + 1, id.indexOf('('));
  }
}
