/**
 * Turns paths into decoded texts and parsed trees, and never hangs or loses the rest of a run on
 * the way.
 *
 * <p>Read in this order: {@link dev.perflint.source.Discovery} finds the files, {@link
 * dev.perflint.source.SourceReader} decodes one, {@link dev.perflint.source.JavaParsing} parses it,
 * {@link dev.perflint.source.Workers} does so for all of them on many threads. What is wrong with a
 * file becomes a {@link dev.perflint.model.Notice}, never an exception.
 *
 * <p>Nothing of the scanned tree is executed here, no process is started, and nothing is opened
 * that is not a regular file. What the code means is asked elsewhere: types in {@code types},
 * surroundings in {@code facts}.
 */
@NullMarked
package dev.perflint.source;

import org.jspecify.annotations.NullMarked;
