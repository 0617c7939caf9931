package dev.perflint.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** What javac knows of classes, without compiling any. */
final class Javac {
  private Javac() {}

  /**
   * Looks at classes as javac sees them with these options.
   *
   * @param question must take all it needs out of the elements, which are of no use after it
   */
  static <T> T ask(List<String> options, Function<ProcessingEnvironment, T> question) {
    List<String> all = new ArrayList<>(options);
    all.add("-proc:only");
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, problems, all, List.of("java.lang.Object"), null);
    List<T> answers = new ArrayList<>(1);
    task.setProcessors(List.of(new Asking<>(question, answers)));
    if (!task.call() || answers.isEmpty()) {
      throw new IllegalStateException(options + ": " + problems.getDiagnostics());
    }
    return answers.get(0);
  }

  /** An annotation processor, since the compiler hands its model to nothing else. */
  private static final class Asking<T> extends AbstractProcessor {
    private final Function<ProcessingEnvironment, T> question;
    private final List<T> answers;

    private Asking(Function<ProcessingEnvironment, T> question, List<T> answers) {
      this.question = question;
      this.answers = answers;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (answers.isEmpty()) {
        answers.add(question.apply(processingEnv));
      }
      return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }
  }
}
