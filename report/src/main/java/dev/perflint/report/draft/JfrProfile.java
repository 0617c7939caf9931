package dev.perflint.report.draft;

import dev.perflint.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** A recording of the JDK's flight recorder: what it shows of single methods. */
public final class JfrProfile {
  /** None was given. */
  public static final JfrProfile NONE = new JfrProfile(null, "");

  private final @Nullable Path file;
  private final String shown;

  private JfrProfile(@Nullable Path file, String shown) {
    this.file = file;
    this.shown = shown;
  }

  /**
   * A recording that somebody has made.
   *
   * @param shown how the user knows the file
   * @throws UsageException when it is no recording
   */
  public static JfrProfile of(Path file, String shown) {
    try (RecordingFile recording = new RecordingFile(file)) {
      // Of a file that is cut off, or none of the recorder's, no event can be read.
      if (recording.hasMoreEvents()) {
        recording.readEvent();
      }
    } catch (IOException | RuntimeException e) {
      String reason =
          Files.isRegularFile(file)
              ? "it is no recording of the flight recorder"
              : "there is no such file";
      throw new UsageException("cannot use " + shown + ": " + reason, e);
    }
    return new JfrProfile(file, shown);
  }

  /** How the user knows the file, without its folder. */
  String name() {
    return shown.substring(Math.max(shown.lastIndexOf('/'), shown.lastIndexOf('\\')) + 1);
  }

  /**
   * What was recorded below each of some methods; empty without a recording.
   *
   * @param members as in findings, {@code com.acme.Prices.quote(String)}
   * @throws UsageException when the recording ends in the middle
   */
  Map<String, MethodProfile> of(Collection<String> members) {
    if (file == null) {
      return Map.of();
    }
    Map<String, MethodProfile> profiles = new LinkedHashMap<>();
    for (String member : members) {
      MethodProfile.named(member).ifPresent(name -> profiles.put(member, new MethodProfile(name)));
    }
    RecordedTotals totals = new RecordedTotals();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        Optional<RecordedSample> sample = RecordedSample.of(event);
        if (sample.isPresent()) {
          totals.add(sample.get());
          profiles.values().forEach(profile -> profile.add(sample.get()));
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new UsageException("cannot use " + shown + ": it ends in the middle", e);
    }
    profiles.values().forEach(profile -> profile.total(totals));
    return profiles;
  }
}
