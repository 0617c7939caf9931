package dev.perflint.project;

import dev.perflint.facts.Surroundings;
import dev.perflint.model.Location;

/**
 * How one method comes to run another.
 *
 * @param around what the call stands in, in its own method
 * @param likely whether the call may mean another method too
 * @param later whether another thread takes over
 */
public record Link(Kind kind, Location at, Surroundings around, boolean likely, boolean later) {
  /** By what. */
  public enum Kind {
    CALL,
    /** It makes an anonymous class that has the method, and somebody else calls it. */
    HANDED_OVER,
    /** The method is abstract, and the other implements it. */
    IMPLEMENTED
  }

  static Link of(CallGraph.Edge edge, Kind kind, ProjectTypes types) {
    Surroundings around = edge.call().around();
    return new Link(
        kind,
        new Location(types.pathOf(edge.caller().owner()), edge.call().region()),
        around,
        edge.likely(),
        around.later() || edge.callee().runsLater());
  }

  /** The same with loops that are counted otherwise. */
  Link within(Surroundings counted) {
    return new Link(kind, at, counted, likely, later);
  }
}
