package dev.perflint.rule;

/** The techniques of the issue template's checklist. */
public enum Technique {
  EXECUTORS("Virtual threads, executors & structured concurrency"),
  PIPELINES("Queues, Flow & pipelines"),
  OBJECT_REUSE("Object reuse & caching"),
  CONNECTION_POOLING("Connection & client pooling"),
  BUFFERS("Buffer pooling & sizing"),
  CANCELLATION("Timeouts, interruption & cancellation"),
  BATCHING("Batching of round trips"),
  ALGORITHM("Better algorithm or data structure");

  private final String label;

  Technique(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
