package cn.xiezhi.document;

/** How a document is laid out, by GB/T 9704-2012. */
public enum Form {
    /** 信函格式 (§10.1): the organ's name in red over a red double line, no head of its own. */
    LETTER,
    /** 纪要格式 (§10.3): the meeting's name in red, no seal. */
    MINUTES,
    /** Forms, lists and notices of law: title, body, seal. */
    ORDINARY
}
