package cn.xiezhi.messenger;

import cn.xiezhi.message.Letter;
import cn.xiezhi.message.Target.Robot;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A letter as the robots take it: a markdown message. */
final class RobotText {
    /** 企业微信 takes 4096 bytes; 钉钉 takes more, and nobody reads more. */
    private static final int MOST_BYTES = 4096;
    private static final JsonFactory JSON = new JsonFactory();

    private RobotText() {}

    static byte[] of(Robot.Kind kind, Letter letter, String publicAddress) {
        String text = Text.markdown(letter, publicAddress, MOST_BYTES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("msgtype", "markdown");
            json.writeObjectFieldStart("markdown");
            if (kind == Robot.Kind.DINGTALK) {
                json.writeStringField("title", letter.subject());
                json.writeStringField("text", text);
            } else {
                json.writeStringField("content", text);
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
