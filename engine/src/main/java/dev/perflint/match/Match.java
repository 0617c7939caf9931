package dev.perflint.match;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.perflint.facts.BuilderChain;
import dev.perflint.facts.Calls;
import dev.perflint.facts.FileContext;
import dev.perflint.facts.Loop;
import dev.perflint.facts.MethodRoles;
import dev.perflint.facts.Surroundings;
import dev.perflint.facts.SurroundingsReader;
import dev.perflint.facts.Uses;
import dev.perflint.facts.UsesReader;
import dev.perflint.knowledge.KnownMember;
import dev.perflint.model.Location;
import dev.perflint.source.Site;
import dev.perflint.types.TypeRef;
import java.util.List;
import java.util.Optional;

/**
 * A site that a pattern has selected, with the words that messages need.
 *
 * @param known the knowledge entry behind the match, when the pattern asked for a role
 */
public record Match(FileContext file, Site site, Optional<KnownMember> known) {
  public Node node() {
    return site.node();
  }

  /** The simple name of the called method; of a constructor, {@code new}. */
  public String callee() {
    return Calls.nameOf(node());
  }

  /** The call's arguments; empty for a method reference. */
  public List<Expression> arguments() {
    return Calls.arguments(node());
  }

  /** One argument, from 0; empty when there are fewer. */
  public Optional<Expression> argument(int index) {
    List<Expression> arguments = arguments();
    return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
  }

  /**
   * The simple name of what the knowledge entry says is made, else of the type that has the member;
   * of a type that nobody knows, as it is written.
   */
  public String typeName() {
    String name =
        known
            .map(k -> k.makes().orElse(k.member().type()))
            .orElseGet(
                () ->
                    file.calls().owner(site) instanceof TypeRef.Named named
                        ? named.name()
                        : node() instanceof ObjectCreationExpr made
                            ? made.getType().getNameAsString()
                            : callee());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The name of the method around, "the constructor" or "the initializer". */
  public String methodName() {
    return MethodRoles.callable(site.frame())
        .map(CallableDeclaration::getNameAsString)
        .map(name -> name + "()")
        .orElse("the initializer");
  }

  /** The same at the beginning of a sentence. */
  public String methodNameFirst() {
    String name = methodName();
    return name.startsWith("the ") ? "T" + name.substring(1) : name;
  }

  /** The chain of calls that the match ends, through the variable that holds the builder. */
  public BuilderChain chain() {
    return BuilderChain.endingAt(file, site);
  }

  /** Whether its owner has left behind what it stands in. */
  public boolean isDeprecated() {
    for (Node at = node(); at != null; at = at.getParentNode().orElse(null)) {
      if (at instanceof BodyDeclaration<?> body
          && body.getAnnotationByName("Deprecated").isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Where a node of the file stands. */
  public Location locationOf(Node node) {
    return new Location(file.unit().source().file().reportPath(), file.unit().region(node));
  }

  /** All calls in the file of methods of that name, whatever they are called on. */
  public List<Site> callsNamed(String name) {
    return file.unit().sites().calls(name);
  }

  /** All references in the file to methods of that name, as in {@code pool::shutdownNow}. */
  public List<Site> referencesNamed(String name) {
    return file.unit().sites().of(MethodReferenceExpr.class).stream()
        .filter(site -> Calls.nameOf(site.node()).equals(name))
        .toList();
  }

  /** The loops around, innermost first. */
  public List<Loop> loops() {
    return file.loops().around(site);
  }

  /** "in each pass of the loop over orders" or "on every call of quote()". */
  public String howOften() {
    return loops().isEmpty()
        ? "on every call of " + methodName()
        : "in each pass of the " + loops().get(0).text();
  }

  /** What decides how often the site runs, besides the loops. */
  public Surroundings surroundings() {
    return SurroundingsReader.of(file).of(site);
  }

  /** Who uses what is made here; calls of that role on it are uses, and handing it on is. */
  public Uses uses(String role) {
    return file.once(List.of(Uses.class, role), site.node(), () -> UsesReader.of(site, role, file));
  }

  /** Those of them that run the site once for each of many elements. */
  public List<Loop> elementLoops() {
    return file.loops().perElement(site);
  }

  /** The innermost of them, else of those of which another file decides whether they are loops. */
  public Optional<Loop> elementLoop() {
    return elementLoops().stream().findFirst().or(() -> maybeElementLoops().stream().findFirst());
  }

  /** The same with those of which another file decides whether they are loops. */
  public List<Loop> maybeElementLoops() {
    return file.loops().maybePerElement(site);
  }
}
