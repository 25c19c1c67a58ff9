import { arn } from "./account";
import type { Actions } from "./actions";
import { Fault } from "./fault";
import type { Query } from "./query";
import { Shelf } from "./shelf";
import type { Tags } from "./tags";
import type { Xml } from "./xml";

interface User {
  readonly UserId: string;
  readonly UserName: string;
  readonly [field: string]: Xml;
}

interface UserGroup {
  readonly UserGroupId: string;
  readonly Engine: string;
  readonly UserIds: readonly string[];
  readonly [field: string]: Xml;
}

/**
 * Users and user groups. As in AWS a group for Redis must hold a user named `default`. What a user may do
 * (`AccessString`) is stored as it is and not parsed, passwords are counted and forgotten.
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export function userActions(tags: Tags): Actions {
  const users = new Shelf<User>("UserNotFound", "UserAlreadyExists");
  const groups = new Shelf<UserGroup>("UserGroupNotFound", "UserGroupAlreadyExists");
  const withGroups = (user: User) => ({
    ...user,
    UserGroupIds: groups
      .select(undefined)
      .filter(({ UserIds }) => UserIds.includes(user.UserId))
      .map(({ UserGroupId }) => UserGroupId),
  });
  const requireDefaultUser = (group: UserGroup) => {
    const names = group.UserIds.map((id) => users.find(id).UserName);
    if (group.Engine === "redis" && !names.includes("default")) {
      throw new Fault(400, "DefaultUserRequired", "a user group for redis needs a user named default");
    }
    return group;
  };

  return {
    CreateUser: (query) => {
      const user = users.add(query.text("UserId"), newUser(query));
      tags.addFrom(query, String(user["ARN"]));
      return user;
    },
    DescribeUsers: (query) => ({ Users: users.select(query.tryText("UserId")).map(withGroups) }),
    ModifyUser: (query) => {
      const before = users.find(query.text("UserId"));
      return users.set(before.UserId, {
        ...before,
        AccessString: query.tryText("AccessString") ?? before["AccessString"],
        Authentication: tryAuthentication(query) ?? before["Authentication"],
      });
    },
    DeleteUser: (query) => ({ ...users.remove(query.text("UserId")), Status: "deleting" }),

    CreateUserGroup: (query) => {
      const group = requireDefaultUser(newGroup(query));
      tags.addFrom(query, String(group["ARN"]));
      return groups.add(group.UserGroupId, group);
    },
    DescribeUserGroups: (query) => ({ UserGroups: groups.select(query.tryText("UserGroupId")) }),
    ModifyUserGroup: (query) => {
      const before = groups.find(query.text("UserGroupId"));
      const removed = query.list("UserIdsToRemove");
      const UserIds = [
        ...before.UserIds.filter((id) => !removed.includes(id)),
        ...query.list("UserIdsToAdd"),
      ];
      return groups.set(before.UserGroupId, requireDefaultUser({ ...before, UserIds }));
    },
    DeleteUserGroup: (query) => ({ ...groups.remove(query.text("UserGroupId")), Status: "deleting" }),
  };
}

function newUser(query: Query): User {
  const id = query.text("UserId").toLowerCase();
  return {
    UserId: id,
    UserName: query.text("UserName"),
    Status: "active",
    Engine: query.text("Engine").toLowerCase(),
    MinimumEngineVersion: "6.0",
    AccessString: query.text("AccessString"),
    Authentication: tryAuthentication(query) ?? { Type: "no-password" },
    ARN: arn("elasticache", `user:${id}`),
  };
}

function tryAuthentication(query: Query): Xml {
  const passwords = [...query.list("Passwords"), ...query.list("AuthenticationMode.Passwords")].length;
  if (passwords > 0) return { Type: "password", PasswordCount: passwords };
  const type = query.tryText("AuthenticationMode.Type");
  if (type === undefined)
    return query.tryBoolean("NoPasswordRequired") === true ? { Type: "no-password" } : undefined;
  return { Type: type === "no-password-required" ? "no-password" : type };
}

function newGroup(query: Query): UserGroup {
  const id = query.text("UserGroupId").toLowerCase();
  return {
    UserGroupId: id,
    Status: "active",
    Engine: query.text("Engine").toLowerCase(),
    UserIds: query.list("UserIds"),
    MinimumEngineVersion: "6.0",
    ReplicationGroups: [],
    ARN: arn("elasticache", `usergroup:${id}`),
  };
}
