package dev.perflint.analysis;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.perflint.types.Question;
import dev.perflint.types.Truth;
import dev.perflint.types.TypeRef;
import java.io.IOException;

/**
 * A {@link FileAnalysis} as bytes and back: what a cache stores and a shard of a distributed scan
 * hands over.
 */
public final class FileAnalysisCodec {
  private static final ObjectMapper MAPPER = mapper();

  private FileAnalysisCodec() {}

  /** JSON in UTF-8, fields in the order of the records. */
  public static byte[] encode(FileAnalysis analysis) {
    try {
      return MAPPER.writeValueAsBytes(analysis);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a file analysis is plain data", e);
    }
  }

  /**
   * @throws IOException when the bytes are not what {@link #encode} of this version wrote
   */
  public static FileAnalysis decode(byte[] bytes) throws IOException {
    return MAPPER.readValue(bytes, FileAnalysis.class);
  }

  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
        .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addMixIn(TypeRef.class, TypeRefKinds.class)
        .addMixIn(Truth.class, TruthKinds.class)
        .addMixIn(Question.class, QuestionKinds.class)
        .build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = TypeRef.Named.class, name = "named"),
    @JsonSubTypes.Type(value = TypeRef.OneOf.class, name = "oneOf"),
    @JsonSubTypes.Type(value = TypeRef.Variable.class, name = "variable"),
    @JsonSubTypes.Type(value = TypeRef.ArrayOf.class, name = "arrayOf"),
    @JsonSubTypes.Type(value = TypeRef.ReturnOf.class, name = "returnOf"),
    @JsonSubTypes.Type(value = TypeRef.FieldOf.class, name = "fieldOf"),
    @JsonSubTypes.Type(value = TypeRef.ElementOf.class, name = "elementOf"),
    @JsonSubTypes.Type(value = TypeRef.Unknown.class, name = "unknown")
  })
  private interface TypeRefKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Truth.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = Truth.Open.class, name = "open"),
    @JsonSubTypes.Type(value = Truth.All.class, name = "all"),
    @JsonSubTypes.Type(value = Truth.Any.class, name = "any"),
    @JsonSubTypes.Type(value = Truth.Not.class, name = "not")
  })
  private interface TruthKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Question.IsA.class, name = "isA"),
    @JsonSubTypes.Type(value = Question.Does.class, name = "does"),
    @JsonSubTypes.Type(value = Question.DoesBeside.class, name = "doesBeside"),
    @JsonSubTypes.Type(value = Question.DoesTo.class, name = "doesTo"),
    @JsonSubTypes.Type(value = Question.RunsPer.class, name = "runsPer"),
    @JsonSubTypes.Type(value = Question.OnVirtualThread.class, name = "onVirtualThread"),
    @JsonSubTypes.Type(value = Question.Enabled.class, name = "enabled"),
    @JsonSubTypes.Type(value = Question.UsedPer.class, name = "usedPer"),
    @JsonSubTypes.Type(value = Question.Wanted.class, name = "wanted"),
    @JsonSubTypes.Type(value = Question.DroppedPer.class, name = "droppedPer"),
    @JsonSubTypes.Type(value = Question.Configured.class, name = "configured"),
    @JsonSubTypes.Type(value = Question.Said.class, name = "said"),
    @JsonSubTypes.Type(value = Question.SaidBeside.class, name = "saidBeside"),
    @JsonSubTypes.Type(value = Question.IsLazy.class, name = "isLazy"),
    @JsonSubTypes.Type(value = Question.LoadsFrom.class, name = "loadsFrom"),
    @JsonSubTypes.Type(value = Question.EntityHas.class, name = "entityHas"),
    @JsonSubTypes.Type(value = Question.Mapped.class, name = "mapped"),
    @JsonSubTypes.Type(value = Question.IsForeign.class, name = "isForeign"),
    @JsonSubTypes.Type(value = Question.InterruptedByCreator.class, name = "interruptedByCreator")
  })
  private interface QuestionKinds {}
}
