import type { TerraformProvider } from "../terraform/type";
import { APP_CONFIG } from "./app-config";
import { AUTO_SCALING } from "./auto-scaling";
import { CLOUDWATCH } from "./cloudwatch";
import { DYNAMODB } from "./dynamodb";
import { EBS } from "./ebs";
import { EC2 } from "./ec2";
import { ECR } from "./ecr";
import { ECS } from "./ecs";
import { EFS } from "./efs";
import { EKS } from "./eks";
import { ELASTICACHE } from "./elasticache";
import { IDENTITY } from "./identity";
import { KMS } from "./kms";
import { LAMBDA } from "./lambda";
import { LOAD_BALANCERS } from "./load-balancer";
import { MESSAGING } from "./messaging";
import { MQ } from "./mq";
import { MSK } from "./msk";
import { NETWORK } from "./network";
import { OPENSEARCH } from "./opensearch";
import { RDS } from "./rds";
import { awsRegion } from "./region";
import { ROUTE53 } from "./route53";
import { S3 } from "./s3";
import { SECRETS } from "./secrets";

/** The `aws` provider. */
export const AWS: TerraformProvider = {
  name: "aws",
  charging: "aws",
  regionOf: awsRegion,
  types: [
    APP_CONFIG,
    AUTO_SCALING,
    CLOUDWATCH,
    DYNAMODB,
    EBS,
    EC2,
    ECR,
    ECS,
    EFS,
    EKS,
    ELASTICACHE,
    IDENTITY,
    KMS,
    LAMBDA,
    LOAD_BALANCERS,
    MESSAGING,
    MQ,
    MSK,
    NETWORK,
    OPENSEARCH,
    RDS,
    ROUTE53,
    S3,
    SECRETS,
  ],
};
