package dev.perflint.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** By what kind of event a method is entered from outside the project. */
public enum EntryKind {
  REQUEST("request"),
  MESSAGE("message"),
  EVENT_LOOP("event-loop"),
  REACTIVE("reactive"),
  SCHEDULED("scheduled"),
  BATCH("batch"),
  COMMAND_LINE("command-line"),
  START_UP("start-up"),
  TEST("test"),
  /** No entry point is known to lead here; never stands in a knowledge file. */
  UNKNOWN("unknown");

  private final String id;

  EntryKind(String id) {
    this.id = id;
  }

  /** The word that stands in knowledge files. */
  public String id() {
    return id;
  }

  /** The kind of that word; empty for another word. */
  public static Optional<EntryKind> of(String id) {
    return Arrays.stream(values())
        .filter(kind -> kind != UNKNOWN && kind.id.equals(id))
        .findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).filter(kind -> kind != UNKNOWN).map(EntryKind::id).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
