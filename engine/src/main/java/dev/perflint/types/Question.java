package dev.perflint.types;

import java.util.List;

/**
 * What one file cannot answer by itself: plain data, answered when the facts of all files are
 * merged.
 */
public sealed interface Question {
  /**
   * Is this type one of those, or a subtype of one? One question for all the types of a role, since
   * there are as many of these as calls in loops.
   */
  record IsA(TypeRef type, List<String> supertypes) implements Question {
    public IsA {
      supertypes = List.copyOf(supertypes);
    }
  }

  /**
   * Does this method, or one that it calls, do something of that role, e.g. {@code query}? The
   * merge knows the way there.
   */
  record Does(MethodRef method, String role) implements Question {}

  /**
   * The same of the method that a match stands in, by its id: whether what is done there stands
   * beside something of that role. The way to it is nothing to show.
   */
  record DoesBeside(String method, String role) implements Question {}

  /**
   * Does this method, or one that it calls, do that to an argument?
   *
   * @param argument from 0
   * @param what one of {@code dev.perflint.facts.HandOvers}
   */
  record DoesTo(MethodRef method, int argument, String what) implements Question {}

  /**
   * Is this method an entry point of one of those kinds, or called by one? Kinds separated by
   * spaces.
   *
   * @param sameThread whether only ways count on which no other thread takes over
   */
  record RunsPer(String method, String kinds, boolean sameThread) implements Question {
    /** Beside the kinds of entry points: a request of an application's daily work. */
    public static final String DAILY_REQUEST = "daily-request";

    /** One of them that changes nothing, by its verb and name. */
    public static final String READING_REQUEST = "reading-request";

    /** A request beside the daily work. */
    public static final String OCCASIONAL_REQUEST = "occasional-request";

    /** Nobody is known to run it, where nothing scanned is an entry point of an application. */
    public static final String LIBRARY = "library";

    /** Some loop on the way there repeats it. */
    public static final String REPEATED = "repeated";

    /** Whatever calls it does so after a failure, or while a cache has nothing. */
    public static final String RARE_WAY = "rare-way";

    /** Nobody runs what leads there, as far as can be seen, in an application that serves. */
    public static final String UNCALLED = "uncalled";
  }

  /** Is this method run by a virtual thread, or called on one? The merge knows the way there. */
  record OnVirtualThread(String method) implements Question {}

  /** Does some configuration file of the project set one of these properties to true? */
  record Enabled(List<String> keys) implements Question {
    public Enabled {
      keys = List.copyOf(keys);
    }
  }

  /**
   * Does one of those who use a thing run per entry point of one of those kinds? Kinds separated by
   * spaces.
   *
   * @param methods that use it in the file that makes it
   * @param fields that hold it and that other files may see, {@code com.acme.Pools#IO}
   * @param beans as what a container hands it out
   */
  record UsedPer(
      List<String> methods, List<String> fields, List<Bean> beans, String role, String kinds)
      implements Question {
    public UsedPer {
      methods = List.copyOf(methods);
      fields = List.copyOf(fields);
      beans = List.copyOf(beans);
    }
  }

  /**
   * Does somebody who calls one of these methods, maybe through others that return what it returns,
   * drop the result each time, and run per entry point of one of those kinds or in a loop? Kinds
   * separated by spaces; {@code ""} for all but start-up and the command line.
   *
   * @param factories return something new on each call
   */
  record DroppedPer(List<String> factories, String kinds, boolean leftOpen) implements Question {
    public DroppedPer {
      factories = List.copyOf(factories);
    }
  }

  /**
   * Does some configuration file of the project set one of these properties? {@code *} in a key
   * stands for any text.
   */
  record Configured(List<String> keys) implements Question {
    public Configured {
      keys = List.copyOf(keys);
    }
  }

  /**
   * What a container hands out.
   *
   * @param name that tells it from others of its type: text, or the simple name of a constant
   */
  record Bean(TypeRef type, String name) {}

  /** Does anybody in the project ask a container for one of these? */
  record Wanted(List<Bean> beans) implements Question {
    public Wanted {
      beans = List.copyOf(beans);
    }
  }

  /**
   * Does some file of the project say this, which holds for what other files make too?
   *
   * @param what one of {@code dev.perflint.facts.LimitsElsewhere}, {@code SpringTasks}, {@code
   *     Weaving} or {@code HandlerThreads}
   */
  record Said(String what) implements Question {}

  /**
   * Does another file of the module that declares a type say this?
   *
   * @param type qualified; of tests and other modules there is no word
   */
  record SaidBeside(String what, String type) implements Question {}

  /**
   * Does this getter of an entity give something that a persistence context loads when it is first
   * used?
   */
  record IsLazy(TypeRef owner, String getter) implements Question {}

  /**
   * Does this method, or one that it hands the argument on to, use what that argument refers to so
   * that a persistence context has to load it?
   *
   * @param argument counted from 0
   */
  record LoadsFrom(MethodRef method, int argument) implements Question {}

  /**
   * Has this type, or one that it extends or implements, that trait? Of a repository its entity is
   * asked as well.
   *
   * @param trait one of {@code dev.perflint.facts.TypeTraits}
   */
  record EntityHas(TypeRef type, String trait) implements Question {}

  /**
   * Does anything in the project name this type, or one below it, so that a container may make it
   * and have it answer? Asked of servlets.
   *
   * @param type qualified
   */
  record Mapped(String type) implements Question {}

  /** Is this type neither declared in the project nor known of a library? */
  record IsForeign(TypeRef type) implements Question {}

  /** Does some file that creates this type also interrupt threads or cancel tasks? */
  record InterruptedByCreator(String type) implements Question {}
}
