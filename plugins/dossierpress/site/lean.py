"""Our own templates as leaner Python than Jinja's compiler writes for templates of any kind.

Pages are many and their templates few, so what Jinja settles anew at each place of each page is
settled here when a template is compiled, as `jinja2.nativetypes` does it: a text is escaped into a
plain string and not into `Markup`, an attribute is looked up as one, and a macro's function is
called, not the macro. What a template gives stays the same to the letter; tests compare.

Invariants: every value is escaped unless it is `Markup`; templates of a publication, and macros as
they see them, behave as in any other environment. Our own templates ask only for attributes that
are there, and every attribute that they call is a macro, as in `parts.link(item, root)`.
"""

from collections.abc import Callable, Set
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

TEMPLATES = Path(__file__).with_name("templates")
"""The folder of our own templates."""


def text(value: object) -> str:
    """Return a value as HTML, as `markupsafe.escape` does, but without making `Markup` of it."""
    if type(value) is str:
        return (
            value.replace("&", "&amp;")
            .replace(">", "&gt;")
            .replace("<", "&lt;")
            .replace("'", "&#39;")
            .replace('"', "&#34;")
        )
    return value if type(value) is Markup else escape(value)


def content(value: object) -> Markup:
    """Return a text as the content of an element, where quotation marks are no signs of HTML.

    For long texts of quotation marks, as JSON; never for an attribute.
    """
    return escape(value).replace("&#34;", Markup('"')).replace("&#39;", Markup("'"))


class OpenMacro(Macro):
    """A macro whose function our own templates call; all others call the macro.

    Attributes:
        made: the function; it takes arguments by their place, and returns HTML.
    """

    def __init__(self, environment: Environment, func: Any, *details: Any) -> None:
        super().__init__(environment, func, *details)
        whole = self.catch_kwargs or self.catch_varargs or self.caller
        if not whole:
            # As the macro itself fills in what a call leaves out; the function then sets it.
            func.__defaults__ = (missing,) * len(self.arguments)
        self.made: Callable[..., str] = self if whole else func


class LeanGenerator(CodeGenerator):
    """Writes the Python of a template."""

    @property
    def _own(self) -> bool:
        return self.filename is not None and Path(self.filename).parent == TEMPLATES

    macros: Set[str] = frozenset()
    """The names of the macros that stand in the template."""
    put_out: nodes.Node | None = None
    """The call of a macro whose HTML goes straight into the page."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Remember the macros that the template itself has."""
        if self._own:
            self.macros = {macro.name for macro in node.find_all(nodes.Macro)}
        super().visit_Template(node, frame)

    def write_commons(self) -> None:
        """Name what the template's functions share."""
        super().write_commons()
        self.writeline("text = environment.text")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Make a macro of a function that was just written."""
        node = macro_ref.node
        catches = (
            macro_ref.accesses_kwargs,
            macro_ref.accesses_varargs,
            macro_ref.accesses_caller,
        )
        about = (getattr(node, "name", None), tuple(arg.name for arg in node.args), *catches)
        told = ", ".join(map(repr, about))
        self.write(f"environment.macro(environment, macro, {told}, context.eval_ctx.autoescape)")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Look an attribute up."""
        if not self._own:
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call a function that asks for nothing of the template's context; none of ours does."""
        if not self._own or forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write(".made(" if node is self.put_out else "(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not self._own or frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        elif self._makes_html(node):
            self.put_out = node
            self.write("(")
        else:
            self.write("text(")

    def _makes_html(self, node: nodes.Node) -> bool:
        """Say whether a part of a template calls a macro, with arguments by their place only."""
        if not isinstance(node, nodes.Call) or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return False
        called = node.node
        if isinstance(called, nodes.Name):
            return called.name in self.macros
        return isinstance(called, nodes.Getattr)


class LeanEnvironment(Environment):
    """An environment that compiles our own templates leanly.

    Attributes:
        searched: whether Material's search reads the pages, and wants its marks on them.
    """

    searched = False

    code_generator_class = LeanGenerator
    macro = OpenMacro
    text = staticmethod(text)
