import type { TerraformProvider } from "../terraform/type";
import { ANALYTICS } from "./analytics";
import { API_GATEWAY } from "./api-gateway";
import { APP_CONFIG } from "./app-config";
import { APP_RUNNER } from "./app-runner";
import { APPLICATIONS } from "./applications";
import { AUDIT } from "./audit";
import { AUTO_SCALING } from "./auto-scaling";
import { BACKUP } from "./backup";
import { CLOUDFRONT } from "./cloudfront";
import { CLOUDWATCH } from "./cloudwatch";
import { CONNECTIVITY } from "./connectivity";
import { DEVELOPER_TOOLS } from "./developer-tools";
import { DIRECTORY } from "./directory";
import { DYNAMODB } from "./dynamodb";
import { EBS } from "./ebs";
import { EC2 } from "./ec2";
import { ECR } from "./ecr";
import { ECS } from "./ecs";
import { EFS } from "./efs";
import { EKS } from "./eks";
import { ELASTICACHE } from "./elasticache";
import { FSX } from "./fsx";
import { GRAPH_AND_DOCUMENTS } from "./graph-and-documents";
import { IDENTITY } from "./identity";
import { KINESIS } from "./kinesis";
import { KMS } from "./kms";
import { LAMBDA } from "./lambda";
import { LOAD_BALANCERS } from "./load-balancer";
import { MACHINES } from "./machines";
import { MESSAGING } from "./messaging";
import { MIGRATION } from "./migration";
import { MQ } from "./mq";
import { MSK } from "./msk";
import { NETWORK } from "./network";
import { OPENSEARCH } from "./opensearch";
import { ORCHESTRATION } from "./orchestration";
import { PROTECTION } from "./protection";
import { RDS } from "./rds";
import { REDSHIFT } from "./redshift";
import { awsRegion } from "./region";
import { ROUTE53 } from "./route53";
import { S3 } from "./s3";
import { SAGEMAKER } from "./sagemaker";
import { SECRETS } from "./secrets";
import { SECURITY_GROUPS } from "./security-groups";

/** The `aws` provider. */
export const AWS: TerraformProvider = {
  name: "aws",
  charging: "aws",
  regionOf: awsRegion,
  types: [
    ANALYTICS,
    APPLICATIONS,
    API_GATEWAY,
    APP_CONFIG,
    APP_RUNNER,
    AUDIT,
    AUTO_SCALING,
    BACKUP,
    CLOUDFRONT,
    CLOUDWATCH,
    CONNECTIVITY,
    DEVELOPER_TOOLS,
    DIRECTORY,
    DYNAMODB,
    EBS,
    EC2,
    ECR,
    ECS,
    EFS,
    EKS,
    ELASTICACHE,
    FSX,
    GRAPH_AND_DOCUMENTS,
    IDENTITY,
    KINESIS,
    KMS,
    LAMBDA,
    LOAD_BALANCERS,
    MACHINES,
    MESSAGING,
    MIGRATION,
    MQ,
    MSK,
    NETWORK,
    SECURITY_GROUPS,
    OPENSEARCH,
    ORCHESTRATION,
    PROTECTION,
    RDS,
    REDSHIFT,
    ROUTE53,
    S3,
    SAGEMAKER,
    SECRETS,
  ],
};
