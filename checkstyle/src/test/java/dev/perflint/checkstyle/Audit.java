package dev.perflint.checkstyle;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader.IgnoredModulesOptions;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.File;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.xml.sax.InputSource;

/** One run of Checkstyle. */
final class Audit {
  private static final String HEAD =
      """
      <!DOCTYPE module PUBLIC "-//Checkstyle//DTD Checkstyle Configuration 1.3//EN"
          "https://checkstyle.org/dtds/configuration_1_3.dtd">
      """;

  /**
   * @param file its name, without folders
   */
  record Event(
      String severity,
      String file,
      int line,
      int column,
      String key,
      String message,
      String module) {
    /** {@code query-in-loop Page.java:12}. */
    String place() {
      return key + " " + file + ":" + line;
    }
  }

  private Audit() {}

  /** The configuration of a {@code Checker} with these children. */
  static String checker(String... children) {
    return HEAD + "<module name=\"Checker\">" + String.join("\n", children) + "</module>";
  }

  /** {@code <module name="Perflint">} with properties as {@code name=value}. */
  static String perflint(String... properties) {
    StringBuilder module = new StringBuilder("<module name=\"Perflint\">");
    for (String property : properties) {
      String[] sides = property.split("=", 2);
      module.append("<property name=\"%s\" value=\"%s\"/>".formatted(sides[0], sides[1]));
    }
    return module.append("</module>").toString();
  }

  /** What Checkstyle says to files, in the order in which it says it. */
  static List<Event> of(String configuration, Path... files) throws CheckstyleException {
    Events events = new Events();
    run(configuration, List.of(events), Arrays.asList(files));
    return events.all;
  }

  static List<String> places(String configuration, Path... files) throws CheckstyleException {
    return of(configuration, files).stream().map(Event::place).toList();
  }

  static void run(String configuration, List<AuditListener> listeners, List<Path> files)
      throws CheckstyleException {
    Checker checker = new Checker();
    try {
      checker.setModuleClassLoader(Audit.class.getClassLoader());
      checker.configure(
          ConfigurationLoader.loadConfiguration(
              new InputSource(new StringReader(configuration)),
              new PropertiesExpander(new Properties()),
              IgnoredModulesOptions.EXECUTE));
      listeners.forEach(checker::addListener);
      checker.process(new ArrayList<File>(files.stream().map(Path::toFile).toList()));
    } finally {
      checker.destroy();
    }
  }

  private static final class Events implements AuditListener {
    private final List<Event> all = new ArrayList<>();

    @Override
    public void addError(AuditEvent event) {
      all.add(
          new Event(
              event.getSeverityLevel().getName(),
              Path.of(event.getFileName()).getFileName().toString(),
              event.getLine(),
              event.getColumn(),
              event.getViolation().getKey(),
              event.getMessage(),
              String.valueOf(event.getModuleId())));
    }

    @Override
    public void addException(AuditEvent event, Throwable throwable) {
      throw new AssertionError(throwable);
    }

    @Override
    public void auditStarted(AuditEvent event) {}

    @Override
    public void auditFinished(AuditEvent event) {}

    @Override
    public void fileStarted(AuditEvent event) {}

    @Override
    public void fileFinished(AuditEvent event) {}
  }
}
