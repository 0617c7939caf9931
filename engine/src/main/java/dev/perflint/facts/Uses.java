package dev.perflint.facts;

import dev.perflint.model.Region;
import dev.perflint.types.Question;
import dev.perflint.types.TypeRef;
import java.util.List;

/**
 * Who uses what is made at one place, as far as its file shows, and the names by which other files
 * get hold of it: plain data for the merge.
 *
 * @param uses in the same file
 * @param fields that hold it and that other files may see, {@code com.acme.Pools#IO}
 * @param beans as what a container hands it out
 * @param keepers whose constructors are given it
 * @param entities of which what is declared comes with each row: whoever reads one uses it
 */
public record Uses(
    List<Use> uses,
    List<String> fields,
    List<Question.Bean> beans,
    List<Keeper> keepers,
    List<String> entities) {
  /**
   * A type of another file that may keep what its constructor is given.
   *
   * @param held the type of what it is given
   */
  public record Keeper(TypeRef type, TypeRef held) {}

  /**
   * One place that uses it.
   *
   * @param methodId the member around
   */
  public record Use(String methodId, Surroundings around, Region region) {}

  public Uses {
    uses = List.copyOf(uses);
    fields = List.copyOf(fields);
    beans = List.copyOf(beans);
    keepers = List.copyOf(keepers);
    entities = List.copyOf(entities);
  }
}
