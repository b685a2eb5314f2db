"""What Alexa would make of an utterance, by the committed interaction model."""

from simulator.understanding.samples import CompiledModel, compile_model
from simulator.understanding.steps import Slot, Understood, understand

__all__ = ["CompiledModel", "Slot", "Understood", "compile_model", "understand"]
