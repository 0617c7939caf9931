package dev.perflint.benchmarks.demo;

import dev.perflint.benchmarks.demo.Demonstration.Measure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A small object that is copied, by way of its bytes or field by field. */
final class Copies {
  private static final int COPIES = 20_000;

  static final Demonstration BY_BYTES =
      new Demonstration(
          "deep-copy-by-serialization",
          "an object of eight fields and a short list, copied 20,000 times",
          () -> List.of(new Measure("one copy", micros(Copies::byBytes), "µs")),
          () -> List.of(new Measure("one copy", micros(Copies::byFields), "µs")));

  private Copies() {}

  private static double micros(Copying copying) throws Exception {
    Article article = new Article();
    long[] seen = new long[1];
    double millis =
        Demonstration.millis(
            () -> {
              for (int i = 0; i < COPIES; i++) {
                seen[0] += copying.copy(article).id;
              }
            });
    if (seen[0] != COPIES * article.id) {
      throw new IllegalStateException("a copy differs");
    }
    return millis * 1000 / COPIES;
  }

  private static Article byBytes(Article article) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(article);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Article) in.readObject();
    }
  }

  private static Article byFields(Article article) {
    Article copy = new Article();
    copy.id = article.id;
    copy.name = article.name;
    copy.code = article.code;
    copy.text = article.text;
    copy.by = article.by;
    copy.count = article.count;
    copy.price = article.price;
    copy.active = article.active;
    copy.tags = new ArrayList<>(article.tags);
    return copy;
  }

  /** One way to copy. */
  @FunctionalInterface
  private interface Copying {
    Article copy(Article article) throws Exception;
  }

  /** What a row of a table looks like. */
  private static final class Article implements Serializable {
    private static final long serialVersionUID = 1;

    private long id = 42;
    private String name = "a thing that is sold";
    private String code = "A-1234";
    private String text = "what is to be said of it, in a sentence or two";
    private String by = "somebody";
    private int count = 7;
    private double price = 12.5;
    private boolean active = true;
    private List<String> tags = new ArrayList<>(List.of("new", "blue", "large"));
  }
}
