"""Page kinds, one a file: options that a style may give, and a `set_` function that sets the piece.

Furniture stands at the top of its page in the order of the style's set; what rows it leaves are the well.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from layout.elements.display import Display
from layout.furniture.folio import FolioOptions, set_folio
from layout.furniture.nameplate import NameplateOptions, set_nameplate
from layout.furniture.section_head import SectionHeadOptions, set_section_head
from layout.furniture.setting import PageSetting
from layout.furniture.skybox import SkyboxOptions, set_skybox

FURNITURE: Mapping[str, tuple[type, Callable[[PageSetting, Any], Display]]] = MappingProxyType(
    {
        "skybox": (SkyboxOptions, set_skybox),
        "nameplate": (NameplateOptions, set_nameplate),
        "folio": (FolioOptions, set_folio),
        "section_head": (SectionHeadOptions, set_section_head),
    }
)

OPTIONS: Mapping[str, type] = MappingProxyType({kind: options for kind, (options, _) in FURNITURE.items()})
