package cn.xiezhi.rest;

import cn.xiezhi.desk.Upload;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Takes in files: a file is the request's whole body, so that it is read once, under one bound; its content decides what it is. */
final class Incoming {
    private static final String ALLOWED = "可以上传 pdf、jpg、png、docx、xlsx、doc、xls、mp4、txt";

    /** As it was announced. */
    record Announced(String name, String slot, Optional<Integer> pages, String contentType, String length) {}

    private final IntSupplier mostBytes;
    private final Semaphore room;

    /** @param atOnce a file is held in memory while it is checked and written; so many at once, the next is asked to come again */
    Incoming(IntSupplier mostBytes, int atOnce) {
        this.mostBytes = mostBytes;
        this.room = new Semaphore(atOnce);
    }

    /** Reads the file and does something with it while it may be held. */
    <T> T take(Announced as, InputStream body, Function<Upload, T> then) throws IOException {
        if (as.name() == null || as.name().isBlank() || as.name().length() > 1000) {
            throw Problem.bad("missing-parameter", "name", "缺少文件名 name，或者过长");
        }
        Optional<FileType> declared = declared(as.contentType());
        if (as.length() != null && as.length().matches("\\d{1,18}") && Long.parseLong(as.length()) > mostBytes.getAsInt()) {
            throw tooLarge();
        }
        if (!room.tryAcquire()) {
            throw new Problem(503, "busy", "同时上传的文件过多，请稍后重试").retryAfter(2);
        }
        try {
            byte[] bytes = bounded(body);
            FileType type = FileType.of(bytes).filter(t -> declared.isEmpty() || declared.get() == t)
                    .orElseThrow(() -> wrongType("文件的内容与所称的类型不符，或者不是允许的类型。" + ALLOWED));
            return then.apply(new Upload(FileName.of(as.name(), type), type.type(), as.slot(), as.pages(), bytes));
        } finally {
            room.release();
        }
    }

    private byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(mostBytes.getAsInt() + 1);
        if (bytes.length > mostBytes.getAsInt()) {
            throw tooLarge();
        }
        if (bytes.length == 0) {
            throw Problem.bad("empty-file", "name", "文件是空的，请重新选择");
        }
        return bytes;
    }

    /** Browsers that don't know a type say octet-stream or nothing: then the content alone decides. */
    private static Optional<FileType> declared(String contentType) {
        String type = Optional.ofNullable(contentType).map(t -> t.split(";", 2)[0].strip()).orElse("");
        if (type.isEmpty() || type.equalsIgnoreCase(MediaType.APPLICATION_OCTET_STREAM)) {
            return Optional.empty();
        }
        return Optional.of(FileType.ofType(type).orElseThrow(() -> wrongType("不能上传这种类型的文件。" + ALLOWED)));
    }

    private Problem tooLarge() {
        long bytes = mostBytes.getAsInt();
        return new Problem(413, "too-large", "文件过大，单个文件不能超过 " + (bytes >= 1 << 20 ? bytes / (1 << 20) + " MiB" : bytes + " 字节"));
    }

    private static Problem wrongType(String detail) {
        return new Problem(415, "wrong-type", detail);
    }
}
