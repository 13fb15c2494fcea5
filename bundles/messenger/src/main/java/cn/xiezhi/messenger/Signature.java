package cn.xiezhi.messenger;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 钉钉's 加签: the time in milliseconds and, by HmacSHA256 with the secret, the time and the secret on two lines. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static URI on(URI address, String secret, Instant now) {
        String text = now.toEpochMilli() + "\n" + secret;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            String sign = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return URI.create(address + (address.getQuery() == null ? "?" : "&") + "timestamp=" + now.toEpochMilli() + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
