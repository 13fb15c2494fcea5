package cn.xiezhi.loader;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration {@code xiezhi.policies}. */
@ObjectClassDefinition(name = "规则与签名")
@interface PoliciesConfig {
    @AttributeDefinition(name = "是否只接受受信任者签名的规则包：required 或 optional")
    String signatures() default "optional";

    @AttributeDefinition(name = "受信任证书所在的文件夹")
    String trust() default "";

    @AttributeDefinition(name = "本节点规则状况的文件，空为不写")
    String status() default "";

    @AttributeDefinition(name = "核对规则包时存放副本的文件夹，空为系统临时文件夹")
    String staging() default "";
}
