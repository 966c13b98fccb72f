package id.jejak.verify.tidy;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The shape of sources as the compiler's own parser sees it: methods and their lengths, parameters of
 * constructors, switches over our own sealed types that hide behind {@code default}.
 *
 * @param sealed simple names of our sealed types and of the types nested in them
 * @param methods every method with a body
 * @param switches every switch with type patterns and a default
 */
record JavaShape(Set<String> sealed, List<Method> methods, List<Switch> switches) {
  /**
   * A method or constructor.
   *
   * @param constructor of a class; a record's components are many on purpose
   * @param lines from its first line to its closing brace
   */
  record Method(String file, int line, String name, boolean constructor, int lines, int parameters) {}

  /**
   * A switch that has a default.
   *
   * @param types names of the types its patterns name, with what stands before the last dot
   */
  record Switch(String file, int line, Set<String> types) {}

  /** Parses sources, by file name. */
  static JavaShape of(Map<String, String> sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var files = sources.entrySet().stream().map(source -> new Source(source.getKey(), source.getValue()))
        .toList();
    var task = (JavacTask) compiler.getTask(null, null, _ -> { }, List.of("-proc:none"), null, files);
    var shape = new JavaShape(new HashSet<>(), new ArrayList<>(), new ArrayList<>());
    try {
      for (var unit : task.parse()) {
        shape.new Walk(unit, Trees.instance(task)).scan(unit, null);
      }
      return shape;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a switch over one of our sealed types has a default, so that a new case would go unnoticed. */
  List<String> hiddenCases() {
    return switches.stream().filter(one -> one.types.stream().anyMatch(sealed::contains))
        .map(one -> one.file + ":" + one.line + ": default in a switch over a sealed type of ours: name every"
            + " case, so that the compiler finds the switch when a case is added").toList();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Walk extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final String file;
    private boolean inSealed;

    Walk(CompilationUnitTree unit, Trees trees) {
      this.unit = unit;
      this.trees = trees;
      this.file = unit.getSourceFile().toUri().getPath().substring(1);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      boolean outer = inSealed;
      inSealed |= type.getModifiers().getFlags().contains(Modifier.SEALED);
      if (inSealed) {
        sealed.add(type.getSimpleName().toString());
      }
      super.visitClass(type, nothing);
      inSealed = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      if (method.getBody() != null) {
        methods.add(new Method(file, start(method), method.getName().toString(),
            method.getReturnType() == null && !inRecord(), end(method) - start(method) + 1,
                method.getParameters().size()));
      }
      return super.visitMethod(method, nothing);
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
      look(tree, tree.getCases());
      return super.visitSwitch(tree, nothing);
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
      look(tree, tree.getCases());
      return super.visitSwitchExpression(tree, nothing);
    }

    private boolean inRecord() {
      return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
    }

    private void look(Tree tree, List<? extends CaseTree> cases) {
      var types = new HashSet<String>();
      boolean hidden = false;
      for (var label : cases.stream().flatMap(one -> one.getLabels().stream()).toList()) {
        hidden |= label instanceof DefaultCaseLabelTree;
        if (label instanceof PatternCaseLabelTree pattern) {
          var type = pattern.getPattern() instanceof DeconstructionPatternTree record
              ? record.getDeconstructor()
              : pattern.getPattern() instanceof BindingPatternTree binding ? binding.getVariable().getType()
              : null;
          if (type != null) {
            types.addAll(List.of(type.toString().replaceAll("<.*", "").split("\\.")));
          }
        }
      }
      if (hidden && !types.isEmpty()) {
        switches.add(new Switch(file, start(tree), types));
      }
    }

    private int start(Tree tree) {
      return (int) unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    private int end(Tree tree) {
      return (int) unit.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(unit, tree));
    }
  }
}
