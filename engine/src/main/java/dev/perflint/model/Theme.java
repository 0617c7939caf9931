package dev.perflint.model;

/** What kind of waste a rule is about. */
public enum Theme {
  CONNECTIONS("connections"),
  TIMEOUTS("timeouts"),
  BUFFERS("buffers"),
  OBJECT_REUSE("object-reuse"),
  CONCURRENCY("concurrency"),
  VIRTUAL_THREADS("virtual-threads"),
  CANCELLATION("cancellation"),
  DATA_ACCESS("data-access"),
  CACHING("caching"),
  IO("io"),
  TEXT("text"),
  COLLECTIONS("collections"),
  STREAMS("streams"),
  LOGGING("logging"),
  SERIALIZATION("serialization"),
  MEMORY("memory"),
  CONFIGURATION("configuration"),
  RUNTIME("runtime");

  private final String id;

  Theme(String id) {
    this.id = id;
  }

  /** The word that users type and read. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
