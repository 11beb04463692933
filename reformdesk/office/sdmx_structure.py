"""What :mod:`reformdesk.office.sdmx` writes, described: an SDMX-ML 3.0 structure message beside the data.

It holds the dataflow, its data structure, the concepts and the code lists, with names in Vietnamese and English, so
that a tool needs nothing else to read the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple

from lxml import etree

from reformdesk import __version__
from reformdesk.core.catalogue import Label
from reformdesk.core.report import Report
from reformdesk.office.sdmx import ATTRIBUTES, DIMENSIONS, MEASURE
from reformdesk.office.sdmx_codes import ANSWERS, DATAFLOW, TOTAL, VERSION, Coding, coding_of

_BASE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
_NAMESPACES = {"mes": f"{_BASE}message", "str": f"{_BASE}structure", "com": f"{_BASE}common"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_URN = "urn:sdmx:org.sdmx.infomodel."
_SDMX = "SDMX"
_CONCEPTS = "CS_REFORM"
_DATA_STRUCTURE = "DSD_REFORM"


class _Elements:
    """Makes the elements of a namespace: each from its children, its text and its attributes."""

    def __init__(self, prefix: str) -> None:
        self._namespace = _NAMESPACES[prefix]

    def __getattr__(self, tag: str) -> Callable[..., etree._Element]:
        return partial(self._made, tag)

    def _made(self, tag: str, *parts: etree._Element | str | Mapping[str, str], **attributes: str) -> etree._Element:
        element = etree.Element(f"{{{self._namespace}}}{tag}", attributes, nsmap=_NAMESPACES)
        for part in parts:
            if isinstance(part, str):
                element.text = part
            elif isinstance(part, Mapping):
                element.attrib.update([*part.items()])
            else:
                element.append(part)
        return element


_mes, _str, _com = (_Elements(prefix) for prefix in _NAMESPACES)


class _Component(NamedTuple):
    """A dimension, the measure or an attribute: its name, and its code list or the type of its text."""

    name: Label
    codes: str = ""
    text: str = ""
    mandatory: bool = False


_COMPONENTS: Mapping[str, _Component] = {
    "INDICATOR": _Component(Label("Chỉ tiêu", "Indicator"), codes="CL_INDICATOR"),
    "REPORTER": _Component(Label("Đơn vị báo cáo", "Reporting agency"), codes="CL_REPORTER"),
    "BLOCK": _Component(Label("Khối cơ quan", "Block of agencies"), codes="CL_BLOCK"),
    "TIME_PERIOD": _Component(
        Label("Kỳ báo cáo: ngày đầu và độ dài", "Reporting period: its first day and its length"),
        text="ObservationalTimePeriod",
    ),
    "OBS_VALUE": _Component(Label("Số liệu", "Observation value"), text="Decimal"),
    "OBS_STATUS": _Component(Label("Tình trạng số liệu", "Observation status"), codes="CL_OBS_STATUS", mandatory=True),
    "ANSWER": _Component(Label("Loại câu trả lời", "Kind of answer"), codes="CL_ANSWER", mandatory=True),
    "OBS_TEXT": _Component(Label("Nội dung bằng chữ", "Words"), text="String"),
    "DECIMALS": _Component(Label("Số chữ số thập phân", "Decimals"), text="Integer"),
    "UNIT_WRITTEN": _Component(
        Label("Đơn vị tính do đơn vị ghi khác", "Unit that the reporter wrote instead"), text="String"
    ),
    "COVERAGE_ANSWERED": _Component(Label("Số đơn vị đã trả lời", "Agencies that answered"), text="Integer"),
    "COVERAGE_OWED": _Component(Label("Số đơn vị phải trả lời", "Agencies that owe an answer"), text="Integer"),
    "UNCOMPARED": _Component(
        Label("Số câu trả lời chưa đối chiếu khóa xác thực", "Answers under a key that was not compared"),
        text="Integer",
    ),
    "ENTERED": _Component(
        Label("Số câu trả lời do Sở Nội vụ nhập thay", "Answers entered on behalf by Home Affairs"), text="Integer"
    ),
    "ADJUSTED": _Component(Label("Lý do điều chỉnh số tổng hợp", "Reason why the total was adjusted"), text="String"),
    "COMPUTED": _Component(Label("Số tính từ các đơn vị", "What the shares come to"), text="String"),
    "COMMENT_OBS": _Component(Label("Giải trình, ghi chú", "Explanation, remarks"), text="String"),
    "SUBMISSION": _Component(
        Label("SHA-256 của submission.json", "SHA-256 of the submission.json behind a share"), text="String"
    ),
    "UNIT_MEASURE": _Component(Label("Đơn vị tính", "Unit of measure"), codes="CL_UNIT_MEASURE", mandatory=True),
    "AREA": _Component(Label("Lĩnh vực", "Area of reform"), codes="CL_AREA", mandatory=True),
    "NATURE": _Component(Label("Tính chất số liệu", "Nature of the figure"), codes="CL_NATURE", mandatory=True),
    "ROUND": _Component(Label("Đợt báo cáo", "Reporting round"), codes="CL_ROUND", mandatory=True),
    "CUT_OFF": _Component(Label("Thời điểm chốt số liệu", "Data cut-off"), text="GregorianDay"),
    "CUMULATIVE": _Component(
        Label("Số lũy kế từ đầu năm báo cáo", "Cumulative from the reporting year's first day"),
        text="Boolean",
        mandatory=True,
    ),
}
_NATURES = {
    "STOCK": Label("Số tại một thời điểm", "Stock: counted on a day"),
    "FLOW": Label("Số phát sinh trong kỳ", "Flow: counted over a period"),
}
_STATUSES = {
    "A": Label("Số liệu bình thường", "Normal value"),
    "B": Label("Gián đoạn chuỗi số liệu", "Time series break"),
    "I": Label("Số do nơi nhận xác định", "Value imputed by a receiving agency"),
    "M": Label("Không có số: không thể phát sinh", "Missing value; data cannot exist"),
    "O": Label("Không có số", "Missing value"),
    "P": Label("Số liệu sơ bộ", "Provisional value"),
    "V": Label("Số liệu chưa kiểm tra", "Unvalidated value"),
}
"""The part of SDMX's own code list that is used (CL_OBS_STATUS 2.2)."""
_STATUS_VERSION = "2.2"
_CODE_LISTS = {
    "CL_INDICATOR": Label("Chỉ tiêu", "Indicators"),
    "CL_REPORTER": Label("Đơn vị báo cáo", "Reporting agencies"),
    "CL_BLOCK": Label("Khối cơ quan", "Blocks of agencies"),
    "CL_AREA": Label("Lĩnh vực", "Areas of reform"),
    "CL_UNIT_MEASURE": Label("Đơn vị tính", "Units of measure"),
    "CL_ROUND": Label("Đợt báo cáo", "Reporting rounds"),
    "CL_ANSWER": Label("Loại câu trả lời", "Kinds of answer"),
    "CL_NATURE": Label("Tính chất số liệu", "Natures of figures"),
}


def message(report: Report, prepared: datetime) -> bytes:
    """Return the structure message of a report that is written at ``prepared``."""
    coding = coding_of(report.parts)
    root = _mes.Structure(
        _mes.Header(
            _mes.ID(f"REFORMDESK-{prepared:%Y%m%d%H%M%S}"),
            _mes.Test("false"),
            _mes.Prepared(f"{prepared:%Y-%m-%dT%H:%M:%SZ}"),
            _mes.Sender(*_names(coding.office), id=coding.maintainer),
            _mes.Source(f"ReformDesk {__version__}", {_LANG: "en"}),
        ),
        _mes.Structures(
            _str.AgencySchemes(_agency_scheme(coding)),
            _str.Codelists(*_code_lists(coding)),
            _str.ConceptSchemes(_concept_scheme(coding)),
            _str.DataStructures(_data_structure(coding)),
            _str.Dataflows(_dataflow(coding, report.state)),
        ),
    )
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _names(label: Label) -> list[etree._Element]:
    """Return a name in both languages; the Vietnamese one alone where there is no English."""
    names = [_com.Name(label.vi or label.en or "–", {_LANG: "vi"})]
    return [*names, _com.Name(label.en, {_LANG: "en"})] if label.en else names


def _maintained(coding: Coding, identity: str) -> dict[str, str]:
    return {"agencyID": coding.maintainer, "id": identity, "version": VERSION}


def _agency_scheme(coding: Coding) -> etree._Element:
    return _str.AgencyScheme(
        *_names(Label("Cơ quan lập cấu trúc", "Agencies that keep structures")),
        _str.Agency(*_names(coding.office), id=coding.maintainer),
        {"agencyID": _SDMX, "id": "AGENCIES", "isPartial": "true"},
    )


def _code_lists(coding: Coding) -> Iterable[etree._Element]:
    all_blocks = Label("Không chia theo khối", "Not by block")
    all_agencies = Label("Tổng hợp toàn tỉnh", "Total of the province")
    codes: dict[str, Mapping[str, Label]] = {
        "CL_INDICATOR": {name: one.name for name, one in coding.indicators.items()},
        "CL_REPORTER": {
            TOTAL: all_agencies,
            **{name: Label(one.name, one.name_en) for name, one in coding.agencies.items()},
        },
        "CL_BLOCK": {TOTAL: all_blocks, **coding.named["blocks"]},
        "CL_AREA": coding.named["areas"],
        "CL_UNIT_MEASURE": coding.named["units"],
        "CL_ROUND": coding.rounds,
        "CL_ANSWER": ANSWERS,
        "CL_NATURE": _NATURES,
    }
    for name, label in _CODE_LISTS.items():
        yield _str.Codelist(*_names(label), *_code_items(codes[name]), _maintained(coding, name))
    yield _str.Codelist(
        *_names(Label("Tình trạng số liệu", "Observation status")),
        *_code_items(_STATUSES),
        {"agencyID": _SDMX, "id": "CL_OBS_STATUS", "version": _STATUS_VERSION, "isPartial": "true"},
    )


def _code_items(codes: Mapping[str, Label]) -> list[etree._Element]:
    return [_str.Code(*_names(label), id=code) for code, label in codes.items()]


def _concept_scheme(coding: Coding) -> etree._Element:
    return _str.ConceptScheme(
        *_names(Label("Khái niệm của báo cáo cải cách hành chính", "Concepts of the administrative reform report")),
        *(_str.Concept(*_names(one.name), id=name) for name, one in _COMPONENTS.items()),
        _maintained(coding, _CONCEPTS),
    )


def _data_structure(coding: Coding) -> etree._Element:
    *dimensions, time = DIMENSIONS
    return _str.DataStructure(
        *_names(Label("Cấu trúc số liệu cải cách hành chính", "Structure of administrative reform figures")),
        _str.DataStructureComponents(
            _str.DimensionList(
                *(
                    _str.Dimension(*_parts(coding, name), id=name, position=str(place))
                    for place, name in enumerate(dimensions, 1)
                ),
                _str.TimeDimension(*_parts(coding, time), id=time),
                id="DimensionDescriptor",
            ),
            _str.AttributeList(*(_attribute(coding, name) for name in ATTRIBUTES), id="AttributeDescriptor"),
            _str.MeasureList(
                _str.Measure(*_parts(coding, MEASURE), id=MEASURE, usage="optional"), id="MeasureDescriptor"
            ),
        ),
        _maintained(coding, _DATA_STRUCTURE),
    )


def _attribute(coding: Coding, name: str) -> etree._Element:
    usage = "mandatory" if _COMPONENTS[name].mandatory else "optional"
    beside = _str.AttributeRelationship(_str.Observation())
    return _str.Attribute(*_parts(coding, name), beside, id=name, usage=usage)


def _parts(coding: Coding, name: str) -> list[etree._Element]:
    """Return a component's concept and its representation."""
    one = _COMPONENTS[name]
    concept = f"{_URN}conceptscheme.Concept={coding.maintainer}:{_CONCEPTS}({VERSION}).{name}"
    return [_str.ConceptIdentity(concept), _str.LocalRepresentation(_representation(coding, one))]


def _representation(coding: Coding, one: _Component) -> etree._Element:
    if one.text:
        return _str.TextFormat(textType=one.text)
    keeper, version = (_SDMX, _STATUS_VERSION) if one.codes == "CL_OBS_STATUS" else (coding.maintainer, VERSION)
    return _str.Enumeration(f"{_URN}codelist.Codelist={keeper}:{one.codes}({version})")


def _dataflow(coding: Coding, state: str) -> etree._Element:
    """Return the dataflow, with the digest of the state that the data are of as an annotation."""
    structure = f"{_URN}datastructure.DataStructure={coding.maintainer}:{_DATA_STRUCTURE}({VERSION})"
    return _str.Dataflow(
        _com.Annotations(
            _com.Annotation(_com.AnnotationTitle(state), _com.AnnotationType("REFORMDESK_STATE"), id="STATE")
        ),
        *_names(Label("Số liệu cải cách hành chính", "Administrative reform figures")),
        _str.Structure(structure),
        _maintained(coding, DATAFLOW),
    )
