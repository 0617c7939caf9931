package dev.perflint.knowledge;

import java.util.Set;

/**
 * What a library's member, type or annotation can mean to rules. Rules ask for roles, knowledge
 * files say who plays them.
 */
public final class Roles {
  /** Members: makes something that wants to be made once; the kind says what. */
  public static final String EXPENSIVE_TO_CREATE = "expensive-to-create";

  /**
   * Members: gives a builder; the call that ends its chain makes something that wants to be made
   * once. Builders of libraries whose types no table knows can only be told by where they begin.
   */
  public static final String OPENS_BUILDER = "opens-builder";

  /** Members: gives a builder whose product shares the costly parts of the receiver. */
  public static final String DERIVES = "derives";

  /**
   * Members: takes what somebody has to give back, a connection of a pool or what holds one; the
   * kind says what.
   */
  public static final String TAKES = "takes";

  /**
   * Members: gives back what a member of the same kind took. It is the receiver or an argument, or
   * the call has the receiver, or an argument of the call that took it, for its receiver.
   */
  public static final String GIVES_BACK = "gives-back";

  /** Members: what they return holds what was taken, so that it can be given back through it. */
  public static final String CARRIES = "carries";

  /** Members: what they return works through the receiver and keeps it alive, as a reader does. */
  public static final String KEEPS_ALIVE = "keeps-alive";

  /**
   * Members: makes the thread wait, for a clock or with a limit for something else. What waits
   * without one is in {@link #WAITS}.
   */
  public static final String BLOCKS = "blocks";

  /**
   * Members: runs what it is given on a virtual thread, or makes what does; kind {@code given}
   * where an argument decides. Annotations, on a method or its class: a virtual thread runs it.
   * Properties: with it all those threads are virtual that run methods without saying so.
   */
  public static final String VIRTUAL_THREADS = "virtual-threads";

  /** Annotations, on a method or its class: name the executor that runs the method. */
  public static final String NAMES_EXECUTOR = "names-executor";

  /** Members: waits without a limit; the kind says for what. */
  public static final String WAITS = "waits";

  /** Members: starts work elsewhere and returns what stands for its result. */
  public static final String STARTS_REMOTE = "starts-remote";

  /** Members: hands one element of many to whoever receives them as they come. */
  public static final String EMITS = "emits";

  /** Members: sends a request and waits for the answer. */
  public static final String REMOTE_CALL = "remote-call";

  /**
   * Types: a client of which each call sends a request and waits for the answer, save those that
   * only set it up. Annotations, on an interface or a method of one: a library implements it so.
   */
  public static final String REMOTE_CLIENT = "remote-client";

  /**
   * Annotations, on a field: a container puts a client there that implements the field's type by
   * requests to another process.
   */
  public static final String REMOTE_REFERENCE = "remote-reference";

  /**
   * Annotations, on a method or its class: a container opens a transaction around the method.
   * Members: kind {@code function} runs the function that it is given in a transaction, {@code
   * begin} opens one that lasts until a call of kind {@code end}.
   */
  public static final String TRANSACTION = "transaction";

  /**
   * Annotations: a proxy around the object does what they say, so that calls of its own and methods
   * that it cannot override go without.
   */
  public static final String PROXIED = "proxied";

  /**
   * Members: runs a statement against a database; kind {@code read}, {@code write} or {@code any}
   * where the statement's text decides.
   */
  public static final String QUERY = "query";

  /**
   * Members: sends many statements together. A role of its own, so that nobody takes it for the
   * query for each element that it replaces.
   */
  public static final String QUERY_BATCH = "query-batch";

  /**
   * Members: writes one row with a statement, of which the library sends many together when it is
   * asked to; each of them has the role {@link #QUERY} too. Kind {@code text} where the first
   * argument is the statement, {@code prepared} where the receiver has it.
   */
  public static final String ROW_WRITE = "row-write";

  /**
   * Members: reads one entry of a store that answers many in one round trip; {@code instead} names
   * the form for many.
   */
  public static final String KEYED_READ = "keyed-read";

  /** Members: the same, writes one. */
  public static final String KEYED_WRITE = "keyed-write";

  /** Members: look at every entry of a store, however many are wanted. */
  public static final String READS_WHOLE_STORE = "reads-whole-store";

  /** Members: writes out what a persistence context holds, after a look at all of it. */
  public static final String FLUSH = "flush";

  /** Types, annotations: an interface of which each call runs a query. */
  public static final String REPOSITORY = "repository";

  /** Members: compiles a regular expression. */
  public static final String COMPILES_REGEX = "compiles-regex";

  /** Members: runs the function it is given once for each element. */
  public static final String ITERATES = "iterates";

  /**
   * Members: runs the function it is given later, usually on another thread. Annotations: the
   * method itself runs later, its callers do not wait.
   */
  public static final String RUNS_LATER = "runs-later";

  /**
   * Annotations of what an entity refers to: say by {@code FALSE} that it is loaded with the row.
   */
  public static final String LAZY_OPTION = "lazy-option";

  /**
   * Members: runs the function it is given once, before it returns; a {@link #TRANSACTION} around a
   * function does so, too.
   */
  public static final String RUNS_AT_ONCE = "runs-at-once";

  /**
   * Members: runs the function it is given at most once, or once for each key. Annotations: a cache
   * answers calls of the method that it has an answer for.
   */
  public static final String MEMOIZES = "memoizes";

  /**
   * Members: makes a pool or a queue that takes any number of tasks; the kind says what decides:
   * {@code pool}, {@code pool-over-queue}, {@code pool-until-limited}, {@code
   * thread-until-limited}, {@code queue}, {@code queue-of-size}.
   */
  public static final String UNBOUNDED_QUEUE = "unbounded-queue";

  /** Members: puts something into a queue, for somebody who takes it out later. */
  public static final String FILLS_QUEUE = "fills-queue";

  /**
   * Members: keeps a connection from being used again: kind {@code now} closes it, kind {@code
   * header} sets a header of a request, kind {@code headers} one of what may be a response.
   */
  public static final String CUTS_CONNECTION = "cuts-connection";

  /**
   * Members: makes a client or a pool of connections that has few for each host until it is told
   * how many; the kind says with whom it shares its limits, {@code each} how many it has.
   */
  public static final String SMALL_POOL = "small-pool";

  /** Members: says how many connections the receiver may have for each host. */
  public static final String SIZES_POOL = "sizes-pool";

  /** Members: sets how many tasks the receiver may hold. */
  public static final String LIMITS_QUEUE = "limits-queue";

  /** Members: hands the event that it is given to all methods that listen to its type. */
  public static final String PUBLISHES_EVENT = "publishes-event";

  /**
   * Annotations: the method is called for each event of its argument's type. Types: so is their one
   * method.
   */
  public static final String HEARS_EVENT = "hears-event";

  /** Annotations: the same, in a phase of the transaction of the one who publishes. */
  public static final String HEARS_AT_COMMIT = "hears-at-commit";

  /** Members: interrupts or cancels a thread or task. */
  public static final String INTERRUPTS = "interrupts";

  /** Annotations: the method runs once for each application or test class. */
  public static final String RUNS_ONCE = "runs-once";

  /**
   * Members, properties: puts a limit on how long a request may take. Of a member the first
   * argument is the limit or may bring one; the kind is that of {@link #WITHOUT_TIMEOUT}.
   */
  public static final String SETS_TIMEOUT = "sets-timeout";

  /** Properties: how long a mail session waits for the server's answers. */
  public static final String LIMITS_MAIL = "limits-mail";

  /** Properties: how long a naming context waits for the answers of a directory. */
  public static final String LIMITS_DIRECTORY = "limits-directory";

  /** Types: threads for handlers of an event loop that are added to a pipeline with them. */
  public static final String HANDLER_THREADS = "handler-threads";

  /**
   * Members: runs the function it is given for each event of a kind of entry point, e.g. {@code
   * request}.
   */
  public static final String HANDLES = "handles";

  /** Members: puts a limit on one request, whatever its client has; the kind is the client's. */
  public static final String LIMITS_REQUEST = "limits-request";

  /**
   * Members: makes a client, connection or request that waits for an answer without end until it is
   * given a limit; the kind says with whom it shares its limits, {@code part} that it is not used
   * by itself.
   */
  public static final String WITHOUT_TIMEOUT = "without-timeout";

  /**
   * Members: tries again without an end what fails: kind {@code here} what the receiver does, kind
   * {@code record} a record, where it is given to what {@link #REDELIVERS}.
   */
  public static final String RETRIES_FOREVER = "retries-forever";

  /**
   * Members: makes what waits for the same time before each retry. Annotations: so does what they
   * ask for, unless they say how the wait varies.
   */
  public static final String FIXED_DELAY = "fixed-delay";

  /** Members: makes what delivers a record again when it could not be handled. */
  public static final String REDELIVERS = "redelivers";

  /**
   * Members: limits how long somebody waits, by its first argument, of which a plain number counts
   * milliseconds. The kind says which amounts mean for ever: {@code zero}, {@code negative} or
   * {@code not-positive}.
   */
  public static final String LIMITS_WAIT = "limits-wait";

  /** Annotations: a container keeps what the method returns and hands it to whoever asks. */
  public static final String MAKES_BEAN = "makes-bean";

  /** Annotations: say by name which of several beans is made or wanted. */
  public static final String NAMES_BEAN = "names-bean";

  /** Annotations: the type is used only where a profile of the name it gives is active. */
  public static final String NEEDS_PROFILE = "needs-profile";

  /** Annotations: a container sets on what the method returns what the configuration says. */
  public static final String BINDS_SETTINGS = "binds-settings";

  /** Types: what a method is handed that answers one request. */
  public static final String OF_REQUEST = "of-request";

  /**
   * Types: a subtype is an entry point only where something names it, as a servlet's mapping does.
   */
  public static final String MAPPED = "mapped";

  /** Types, annotations: one object serves all threads, as a bean or a servlet does. */
  public static final String SHARED = "shared";

  /** Members: use the array, buffer or stream that they are handed only until they return. */
  public static final String BORROWS = "borrows";

  /** Members: give the receiver itself, or another view of the same content. */
  public static final String VIEWS = "views";

  /**
   * Members: opens or makes a stream that does each small read or write by itself; the kind says
   * what it does then: {@code system-call}, {@code packet} or {@code native-call}.
   */
  public static final String UNBUFFERED = "unbuffered";

  /** Members: wraps the stream that it is given and hands each read or write on as it comes. */
  public static final String WRAPS_UNBUFFERED = "wraps-unbuffered";

  /** Members: reads or writes one byte, one value or one short text of a stream. */
  public static final String SMALL_IO = "small-io";

  /**
   * Members: makes memory outside of the heap; kind {@code direct} or, for files, {@code mapped}.
   */
  public static final String OFF_HEAP = "off-heap";

  /** Annotations: make repositories of all interfaces in the packages that they name. */
  public static final String SCANS_REPOSITORIES = "scans-repositories";

  /** Properties: with it a persistence context sends the writes of a transaction in batches. */
  public static final String BATCHES_WRITES = "batches-writes";

  /**
   * Annotations, on a field of an entity or its getter: what it refers to is loaded when it is
   * first used, unless they say {@code EAGER}.
   */
  public static final String LAZY_ASSOCIATION = "lazy-association";

  /** Annotations, there too: it is loaded with the row, unless they say {@code LAZY}. */
  public static final String EAGER_ASSOCIATION = "eager-association";

  /**
   * Annotations, there too, and properties: with them one statement loads what many rows refer to.
   */
  public static final String LOADS_TOGETHER = "loads-together";

  /** What a method does whose query also loads what its rows refer to. */
  public static final String FETCHES_ALONG = "fetches-along";

  /** Annotations: rows of a table become objects of the class. */
  public static final String ENTITY = "entity";

  /** Annotations, on a field of an entity or its getter: something else gives the row its key. */
  public static final String GENERATED_ID = "generated-id";

  /**
   * Annotations, on an entity or a member of one: more happens than one statement when a
   * persistence context removes a row.
   */
  public static final String ACTS_ON_REMOVAL = "acts-on-removal";

  /**
   * What a method does that reads rows, by itself or through few others, so that its callers can
   * tell which; of a {@link #QUERY}.
   */
  public static final String READS_ROWS = "reads-rows";

  /** What a method does that changes rows, however far away; of a {@link #QUERY} too. */
  public static final String CHANGES_ROWS = "changes-rows";

  /** What a method does that deletes what its name says, after it has loaded it. */
  public static final String DELETES_BY_NAME = "deletes-by-name";

  /**
   * What a method does around which a container opens a transaction of its own, though another one
   * is open.
   */
  public static final String OPENS_ANOTHER_TRANSACTION = "opens-another-transaction";

  /**
   * What a call does that uses what an object refers to, so that it is loaded where a persistence
   * context has put that off; the kind is the position of the method's parameter that is the
   * object.
   */
  public static final String LOADS_LAZILY = "loads-lazily";

  /** All of them; a knowledge file with another one is wrong. */
  public static final Set<String> ALL =
      Set.of(
          EXPENSIVE_TO_CREATE,
          OPENS_BUILDER,
          DERIVES,
          KEEPS_ALIVE,
          TAKES,
          GIVES_BACK,
          CARRIES,
          WAITS,
          BLOCKS,
          VIRTUAL_THREADS,
          NAMES_EXECUTOR,
          STARTS_REMOTE,
          EMITS,
          REMOTE_CALL,
          REMOTE_CLIENT,
          REMOTE_REFERENCE,
          TRANSACTION,
          PROXIED,
          QUERY,
          QUERY_BATCH,
          ROW_WRITE,
          KEYED_READ,
          KEYED_WRITE,
          READS_WHOLE_STORE,
          FLUSH,
          REPOSITORY,
          SCANS_REPOSITORIES,
          BATCHES_WRITES,
          ENTITY,
          LAZY_ASSOCIATION,
          EAGER_ASSOCIATION,
          LOADS_TOGETHER,
          LAZY_OPTION,
          GENERATED_ID,
          ACTS_ON_REMOVAL,
          COMPILES_REGEX,
          ITERATES,
          RUNS_LATER,
          RUNS_AT_ONCE,
          MEMOIZES,
          UNBOUNDED_QUEUE,
          LIMITS_QUEUE,
          FILLS_QUEUE,
          SMALL_POOL,
          CUTS_CONNECTION,
          SIZES_POOL,
          INTERRUPTS,
          PUBLISHES_EVENT,
          HEARS_EVENT,
          HEARS_AT_COMMIT,
          RUNS_ONCE,
          MAKES_BEAN,
          SETS_TIMEOUT,
          LIMITS_MAIL,
          LIMITS_DIRECTORY,
          HANDLES,
          HANDLER_THREADS,
          NAMES_BEAN,
          NEEDS_PROFILE,
          BINDS_SETTINGS,
          LIMITS_REQUEST,
          LIMITS_WAIT,
          RETRIES_FOREVER,
          REDELIVERS,
          FIXED_DELAY,
          WITHOUT_TIMEOUT,
          OF_REQUEST,
          MAPPED,
          SHARED,
          BORROWS,
          VIEWS,
          OFF_HEAP,
          UNBUFFERED,
          WRAPS_UNBUFFERED,
          SMALL_IO);

  private Roles() {}
}
