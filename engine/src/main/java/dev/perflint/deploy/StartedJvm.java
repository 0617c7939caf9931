package dev.perflint.deploy;

import dev.perflint.settings.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM that an image starts: of its last stage, which is the one that runs.
 *
 * @param from the image below
 * @param options what stands between {@code java} and what it runs, on both sides of {@code -jar}
 * @param environment what {@code ENV} sets
 */
public record StartedJvm(String from, String options, Map<String, String> environment) {
  /** What is known of its heap. */
  public enum Heap {
    /** It has a bound that leaves room. */
    BOUND,
    /** Nothing bounds it. */
    DEFAULT,
    /** It may take nearly all memory. */
    ALL,
    /** A variable that nobody reads bounds it. */
    LOST;

    /** Whether it wastes memory or takes too much. */
    public boolean isBad() {
      return this != BOUND;
    }
  }

  /** Options behind {@code -jar}, and variables that are not the jar itself. */
  private static final String OPTIONS =
      "((?:[\\s\"',]+(?:-[^\\s\"']+|[$@][^\\s\"']+(?=.*\\.jar\\b)))*)";

  /** {@code java} as the command of either form, up to what it runs. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:^|[\\s\"'\\[/])java[\"']?[\\s,](.*?)(?:-jar\\b"
              + OPTIONS
              + "|(?<=[\\s\"'])(?:[a-z]\\w*\\.)+[A-Z]\\w*)");

  private static final Pattern HEAP =
      Pattern.compile("-Xmx|-XX:Max(?:RAMPercentage|RAMFraction|HeapSize|RAM)=");

  private static final Pattern NEARLY_ALL =
      Pattern.compile("-XX:MaxRAMPercentage=(?:9[0-9]|100)(?![0-9])|-XX:MaxRAMFraction=1(?![0-9])");

  private static final Pattern VARIABLE =
      Pattern.compile("([A-Za-z_]\\w*)(?:=(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|\\S*)|\\s+(.*))");

  /** Variables that the JVM and its launcher read. */
  private static final List<String> READ = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  public StartedJvm {
    environment = Map.copyOf(environment);
  }

  /** The instructions of the last stage that start a JVM: one a file. */
  static List<Setting> starts(List<Setting> instructions) {
    List<Setting> found = new ArrayList<>();
    for (Setting instruction : lastStage(instructions)) {
      boolean starts = instruction.key().equals("entrypoint") || instruction.key().equals("cmd");
      if (starts && COMMAND.matcher(instruction.value()).find()) {
        found.add(instruction);
      }
    }
    return found.size() > 1 ? found.subList(0, 1) : found;
  }

  /** Of a spot that {@link Spots#jvmStart} found. */
  public static StartedJvm of(Spot spot) {
    String from = "";
    Map<String, String> environment = new HashMap<>();
    for (Setting instruction : lastStage(spot.file().settings())) {
      if (instruction.key().equals("from")) {
        from = instruction.value().toLowerCase(Locale.ROOT);
      } else if (instruction.key().equals("env")) {
        Matcher variable = VARIABLE.matcher(instruction.value());
        while (variable.find()) {
          String value = variable.group(2) == null ? variable.group(3) : variable.group(2);
          environment.put(variable.group(1), value);
        }
      }
    }
    Matcher command = COMMAND.matcher(spot.value());
    return new StartedJvm(from, command.find() ? options(command) : "", environment);
  }

  /** The launcher takes options up to the first word that is none. */
  private static String options(Matcher command) {
    return command.group(2) == null ? command.group(1) : command.group(1) + command.group(2);
  }

  private static List<Setting> lastStage(List<Setting> instructions) {
    int start = 0;
    for (int i = 0; i < instructions.size(); i++) {
      if (instructions.get(i).key().equals("from")) {
        start = i;
      }
    }
    return instructions.subList(start, instructions.size());
  }

  /** Whether a text gives a heap to a variable that the JVM or its launcher reads. */
  static boolean isHeap(String assignment) {
    return READ.stream().anyMatch(assignment::contains) && HEAP.matcher(assignment).find();
  }

  /** OpenJ9, which takes up to three quarters by itself, or a native program. */
  public boolean isOtherVm() {
    return from.contains("openj9") || from.contains("semeru") || from.contains("native");
  }

  /** Whether a variable or a file that may hold anything is among the options. */
  public boolean isOpen() {
    return options.contains("$") || options.contains("@");
  }

  /** By its options, and by the variables that it reads. */
  public Heap heap() {
    StringBuilder read = new StringBuilder(options);
    READ.forEach(name -> read.append(' ').append(environment.getOrDefault(name, "")));
    if (NEARLY_ALL.matcher(read).find()) {
      return Heap.ALL;
    }
    if (HEAP.matcher(read).find()) {
      return Heap.BOUND;
    }
    return lost().isEmpty() ? Heap.DEFAULT : Heap.LOST;
  }

  /** The variable that sets a heap and is not read; empty for none. */
  public String lost() {
    return environment.entrySet().stream()
        .filter(each -> HEAP.matcher(each.getValue()).find())
        .map(Map.Entry::getKey)
        .filter(name -> !READ.contains(name) && !options.contains(name))
        .min(Comparator.naturalOrder())
        .orElse("");
  }
}
