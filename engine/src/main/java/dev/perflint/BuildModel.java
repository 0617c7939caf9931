package dev.perflint;

import dev.perflint.knowledge.LibraryVersions;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a build tool knows of the scanned code, where a scan of bare files has to read and guess.
 *
 * @param sourceRoots absolute; of the Java files only those below one of them count; empty when all
 *     do
 * @param release of Java that the code is compiled for
 * @param versions of libraries; they come before what the text of a build file says of the same one
 * @param classPath absolute; jars and folders of class files, in which the types are looked up that
 *     neither the scanned sources nor perflint's own tables have; what is missing is told and
 *     passed over
 */
public record BuildModel(
    List<Path> sourceRoots, OptionalInt release, LibraryVersions versions, List<Path> classPath) {
  /** Nothing is known. */
  public static final BuildModel NONE =
      new BuildModel(List.of(), OptionalInt.empty(), LibraryVersions.NONE, List.of());

  public BuildModel {
    sourceRoots = List.copyOf(sourceRoots);
    classPath = List.copyOf(classPath);
  }

  /** The same with another class path. */
  public BuildModel on(List<Path> otherClassPath) {
    return new BuildModel(sourceRoots, release, versions, otherClassPath);
  }
}
