package dev.perflint.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the process was started in.
 *
 * @param workingDirectory absolute
 * @param environment variables by name
 * @param outputIsTerminal whether a person looks at the standard output
 * @param errorsIsTerminal the same for the standard error stream
 */
record Shell(
    Path workingDirectory,
    Map<String, String> environment,
    boolean outputIsTerminal,
    boolean errorsIsTerminal) {

  /**
   * The surroundings of this process. The launcher says by system property what is a terminal,
   * since Java can only ask about input and output together: with {@code < /dev/null} or {@code 2>
   * log} it would guess wrong.
   */
  static Shell ofThisProcess() {
    boolean output = told("perflint.terminal.out").orElseGet(Shell::hasConsole);
    boolean errors = told("perflint.terminal.err").orElseGet(Shell::hasConsole);
    return new Shell(Path.of("").toAbsolutePath(), System.getenv(), output, errors);
  }

  /** Whether the variable is set to something; an empty value counts as not set. */
  boolean has(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  boolean is(String variable, String value) {
    return value.equals(environment.get(variable));
  }

  private static Optional<Boolean> told(String property) {
    return Optional.ofNullable(System.getProperty(property)).map(Boolean::parseBoolean);
  }

  /** From JDK 22 on there is a console without a terminal, which then says so itself. */
  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException beforeJdk22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
