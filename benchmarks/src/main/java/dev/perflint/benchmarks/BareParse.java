package dev.perflint.benchmarks;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads and parses all Java files of some folders and does nothing with the trees. The parser is
 * set up as perflint sets it up, which is twice as fast as its defaults.
 */
public final class BareParse {
  private static final long STACK = 64L << 20;

  private BareParse() {}

  /**
   * @param args the number of threads, then folders
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (String tree : List.of(args).subList(1, args.length)) {
      files.addAll(SourceTrees.javaFiles(Path.of(tree)));
    }
    AtomicInteger next = new AtomicInteger();
    AtomicInteger parsed = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      threads.add(new Thread(null, () -> parse(files, next, parsed), "parse-" + i, STACK));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    if (parsed.get() < files.size()) {
      throw new IllegalStateException(parsed + " of " + files.size() + " files parsed");
    }
  }

  private static void parse(List<Path> files, AtomicInteger next, AtomicInteger parsed) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.JAVA_25)
            .setAttributeComments(false);
    configuration.getProcessors().clear();
    JavaParser parser = new JavaParser(configuration);
    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
      try {
        String text = new String(Files.readAllBytes(files.get(i)), StandardCharsets.UTF_8);
        parsed.addAndGet(parser.parse(text).getResult().isPresent() ? 1 : 0);
      } catch (IOException e) {
        System.err.println(e);
      }
    }
  }
}
