package cn.xiezhi.rest;

import cn.xiezhi.document.Content;
import cn.xiezhi.document.Form;
import cn.xiezhi.document.Typesetter;
import cn.xiezhi.matter.Hashes;
import java.nio.charset.StandardCharsets;

/** Documents as plain text. */
final class PlainPages implements Typesetter {
    @Override
    public byte[] template(Form form) {
        return ("plain " + form).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] docx(Content content, byte[] template) {
        return (content + " by " + Hashes.sha256(template)).getBytes(StandardCharsets.UTF_8);
    }
}
