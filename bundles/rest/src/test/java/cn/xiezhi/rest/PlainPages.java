package cn.xiezhi.rest;

import cn.xiezhi.document.Content;
import cn.xiezhi.document.Typesetter;
import java.nio.charset.StandardCharsets;

/** Documents as plain text. */
final class PlainPages implements Typesetter {
    @Override
    public String template() {
        return "plain 1";
    }

    @Override
    public byte[] docx(Content content) {
        return content.toString().getBytes(StandardCharsets.UTF_8);
    }
}
