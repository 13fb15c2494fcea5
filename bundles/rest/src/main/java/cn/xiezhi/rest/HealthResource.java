package cn.xiezhi.rest;

import cn.xiezhi.desk.Health;
import cn.xiezhi.policy.RulesHere;
import cn.xiezhi.registry.Officer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.File;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** How the node that answers is getting on, in plain words, for those who keep the jurisdiction's rules. What anybody may ask stays as small as it is: {@link ReadyServlet}. */
@Path("v1/node/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private static final long MIB = 1 << 20;
    /** Below this, uploads and the database's own work soon fail. */
    private static final long LEAST_DISK_MIB = 2048;
    private static final int MOST_MEMORY_PERCENT = 90;

    private final Services services;

    HealthResource(Services services) {
        this.services = services;
    }

    /** @param now by the machine's clock, from which every limit is judged */
    record HealthJson(String host, Instant now, List<SignJson> signs) {}

    record SignJson(String name, boolean well, String text) {}

    @GET
    @Access(Access.Level.ADMINISTRATOR)
    public HealthJson here(@Context SecurityContext who) {
        Officer officer = RulesResource.keeper(services, who);
        List<SignJson> signs = new ArrayList<>();
        services.health().forEach(h -> signs.add(of(h)));
        signs.add(rules(services.rules().here(), officer.jurisdiction()));
        services.vitals().forEach(v -> {
            var sign = v.of(officer.jurisdiction());
            signs.add(new SignJson(v.name(), sign.well(), sign.text()));
        });
        File home = new File(System.getProperty("xiezhi.home", "."));
        signs.add(disk(home.getUsableSpace() / MIB, home.getTotalSpace() / MIB));
        Runtime runtime = Runtime.getRuntime();
        signs.add(memory((runtime.totalMemory() - runtime.freeMemory()) / MIB, runtime.maxMemory() / MIB));
        signs.add(new SignJson("版本", true, "獬豸 " + version() + "，Java " + Runtime.version().feature() + "，" + System.getProperty("os.name") + " " + System.getProperty("os.version")));
        return new HealthJson(Host.NAME, Instant.now(), signs);
    }

    private static SignJson of(Health part) {
        Optional<String> problem = part.problem();
        return new SignJson(part.name(), problem.isEmpty(), problem.orElse("正常"));
    }

    private static SignJson rules(RulesHere here, String jurisdiction) {
        boolean suspended = here.suspended().stream().anyMatch(s -> s.jurisdiction().equals(jurisdiction));
        int troubles = RulesJson.troubles(here.troubles(), jurisdiction).size();
        return new SignJson("规则", !suspended && troubles == 0, suspended ? "本辖区规则已停用：规则包不在本机，请放回规则文件夹"
                : troubles > 0 ? "规则有 " + troubles + " 处问题，见“规则管理—运行状态”" : "本辖区规则正在施行，没有发现问题");
    }

    static SignJson disk(long freeMiB, long allMiB) {
        String text = "可用 " + gib(freeMiB) + "，共 " + gib(allMiB);
        return freeMiB >= LEAST_DISK_MIB ? new SignJson("磁盘", true, text) : new SignJson("磁盘", false, text + "；空间不足时不能再保存，请清理或扩充数据所在的磁盘");
    }

    static SignJson memory(long usedMiB, long mostMiB) {
        String text = "已用 " + usedMiB + " MiB，上限 " + mostMiB + " MiB";
        return usedMiB * 100 < mostMiB * MOST_MEMORY_PERCENT ? new SignJson("内存", true, text) : new SignJson("内存", false, text + "；如果持续如此，请调高上限后重启");
    }

    private static String gib(long mib) {
        return Math.round(mib / 102.4) / 10.0 + " GiB";
    }

    /** Outside of OSGi, in tests, there is no bundle to ask. */
    private static String version() {
        return Optional.ofNullable(FrameworkUtil.getBundle(HealthResource.class)).map(Bundle::getVersion).map(v -> v.getMajor() + "." + v.getMinor() + "." + v.getMicro()).orElse("");
    }
}
