package dev.perflint.tables;

import dev.perflint.types.ApiType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What {@code jdk.txt} lists, as it is in the JDK that runs the program. */
final class JdkTables {
  private JdkTables() {}

  /**
   * @return the types by package and name
   */
  static Map<String, Map<String, ApiType>> read() {
    Ages ages = Ages.ofJdk(ask(JdkTables::namesWithVisibility));
    return ask(javac -> read(javac, ages));
  }

  private static Map<String, Boolean> namesWithVisibility(ProcessingEnvironment javac) {
    Map<String, Boolean> isVisible = new LinkedHashMap<>();
    for (Map<String, ApiType> types : read(javac, Ages.NONE).values()) {
      for (String name : types.keySet()) {
        TypeElement type = javac.getElementUtils().getTypeElement(name);
        isVisible.put(name, ElementReader.isVisible(type));
      }
    }
    return isVisible;
  }

  private static <T> T ask(Function<ProcessingEnvironment, T> question) {
    return Javac.ask(List.of("--release", "" + Ages.NEWEST), question);
  }

  private static Map<String, Map<String, ApiType>> read(ProcessingEnvironment javac, Ages ages) {
    Map<String, Map<String, ApiType>> packages = new TreeMap<>();
    ElementReader reader = new ElementReader(javac, ages);
    for (ListFile.Line line : ListFile.read("jdk.txt")) {
      ModuleElement module = javac.getElementUtils().getModuleElement(line.subject());
      for (ExportsDirective exports : ElementFilter.exportsIn(module.getDirectives())) {
        PackageElement exported = exports.getPackage();
        String name = exported.getQualifiedName().toString();
        if (exports.getTargetModules() == null && line.lists(name)) {
          packages.put(name, reader.read(exported.getEnclosedElements()));
        }
      }
    }
    return packages;
  }
}
